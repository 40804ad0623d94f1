// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace pult::link {

/// Places in an interval, 0 to 1: each to ten links, one after the other, ten places in all, and
/// again. Few links share their wake-ups, and no place brings more than a tenth of many.
class PhaseDealer {
public:
    [[nodiscard]] double next();

private:
    unsigned m_dealt = 0;
};

/// When a link polls: once in each interval of the machine's clock, at the link's own place in it.
/// So many links that were started together don't poll together, and none drifts.
class PollPace {
public:
    using Length = std::chrono::milliseconds;

    /// interval > 0; phase: from 0, below 1.
    PollPace(Length interval, double phase);

    /// From now to the next place, above 0.
    [[nodiscard]] Length untilFirst(SteadyTime now) const;
    /// The same for who is at a place, or would be if its timer were neither early nor late.
    [[nodiscard]] Length untilNext(SteadyTime now) const;

private:
    SteadyTime::duration m_interval;
    SteadyTime::duration m_offset;
};

} // namespace pult::link
