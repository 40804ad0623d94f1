// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "base/clock.h"

namespace pult {

/// The moment by which a piece of work must have ended. It is made once, where the work enters,
/// and passed down instead of timeouts, so that no layer can add time of its own. A value.
class Deadline {
public:
    [[nodiscard]] static Deadline never() { return Deadline(SteadyTime::max()); }
    [[nodiscard]] static Deadline at(SteadyTime moment) { return Deadline(moment); }
    [[nodiscard]] static Deadline after(const Clock &clock, Seconds length)
    {
        return Deadline(clock.now() + std::chrono::duration_cast<SteadyTime::duration>(length));
    }

    [[nodiscard]] SteadyTime moment() const { return m_moment; }
    [[nodiscard]] bool isNever() const { return m_moment == SteadyTime::max(); }
    [[nodiscard]] bool isReached(const Clock &clock) const { return clock.now() >= m_moment; }

    /// Never negative.
    [[nodiscard]] SteadyTime::duration timeLeft(const Clock &clock) const
    {
        return std::max(SteadyTime::duration::zero(), m_moment - clock.now());
    }

    [[nodiscard]] Deadline earlier(Deadline other) const
    {
        return Deadline(std::min(m_moment, other.m_moment));
    }

    auto operator<=>(const Deadline &) const = default;

private:
    explicit Deadline(SteadyTime moment)
        : m_moment(moment)
    {
    }
    SteadyTime m_moment;
};

} // namespace pult
