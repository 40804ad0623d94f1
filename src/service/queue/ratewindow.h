// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "base/clock.h"

namespace pult::service {

/// How often something happened per second, as the mean of the last minute, or of the time since
/// the start while that is shorter. One thread.
class RateWindow {
public:
    explicit RateWindow(SteadyTime start);

    void record(SteadyTime now);
    [[nodiscard]] double perSecond(SteadyTime now) const;

private:
    static constexpr std::int64_t kSeconds = 60;
    struct Second {
        std::int64_t number = -kSeconds; ///< Since the start.
        std::int64_t count = 0;
    };

    [[nodiscard]] std::int64_t secondOf(SteadyTime now) const;

    SteadyTime m_start;
    std::array<Second, kSeconds> m_seconds;
};

} // namespace pult::service
