// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>

#include "base/clock.h"

namespace pult::service {

/// How the latest attempts ended. Not thread-safe.
class RecentOutcomes {
public:
    static constexpr std::size_t kCount = 20;
    static constexpr std::chrono::minutes kLength{5};

    void add(SteadyTime at, bool isFailure);
    void clear() { m_outcomes.clear(); }
    /// Failures ÷ kCount among the latest kCount attempts; nothing while fewer than so many ended
    /// within kLength, for then it is chance. The failure rate of a count-based sliding window as
    /// resilience4j defines it, with as many calls required as the window holds
    /// (resilience4j.readme.io/docs/circuitbreaker), and Polly's sampling duration, so that a fault
    /// of long ago does not count (pollydocs.org/strategies/circuit-breaker).
    [[nodiscard]] std::optional<double> failureRatio(SteadyTime now) const;

private:
    struct Outcome {
        SteadyTime at;
        bool isFailure = false;
    };
    std::deque<Outcome> m_outcomes; ///< At most kCount, oldest first.
};

} // namespace pult::service
