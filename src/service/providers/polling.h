// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <random>

#include "base/walltime.h"

namespace pult::service {

/// When to ask next for something that takes its time: soon at first, then ever more rarely; with
/// jitter, so that jobs that began together don't ask together. A value.
class PollPace {
public:
    static constexpr Seconds kFirst{0.25};
    static constexpr Seconds kLongest{5};

    /// 0.25 s, then half as much again each time up to 5 s, ± 20 %.
    [[nodiscard]] Seconds next(std::mt19937_64 &random)
    {
        constexpr double kGrowth = 1.5;
        std::uniform_real_distribution<double> factor(0.8, 1.2);
        const Seconds now = m_next * factor(random);
        m_next = std::min(m_next * kGrowth, kLongest);
        return now;
    }

private:
    Seconds m_next = kFirst;
};

} // namespace pult::service
