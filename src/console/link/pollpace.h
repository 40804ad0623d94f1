// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace pult::link {

/// Places in an interval, 0 to 1, that lie apart however many are dealt: the multiples of the
/// golden ratio less their whole parts (three-distance theorem).
class PhaseDealer {
public:
    [[nodiscard]] double next();

private:
    double m_last = 0;
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
