// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "service/providers/cancellation.h"

namespace pult::service {

/// Whether a piece of work must end now; asked between its steps. Any thread; the clock must
/// outlive it.
class StopCheck {
public:
    StopCheck(const Clock &clock, Deadline deadline, Cancellation cancellation)
        : m_clock(clock)
        , m_deadline(deadline)
        , m_cancellation(std::move(cancellation))
    {
    }

    /// Errors: cancelled, deadlineExceeded.
    [[nodiscard]] Result<void> mayGoOn() const
    {
        if (m_cancellation.isRequested())
            return fail(ErrorCode::cancelled, "The job was cancelled");
        if (m_deadline.isReached(m_clock))
            return fail(ErrorCode::deadlineExceeded, "The job took longer than its time limit");
        return {};
    }

    /// Never longer than to the deadline.
    [[nodiscard]] SteadyTime::duration atMost(SteadyTime::duration length) const
    {
        return std::min(length, m_deadline.timeLeft(m_clock));
    }

private:
    const Clock &m_clock;
    Deadline m_deadline;
    Cancellation m_cancellation;
};

} // namespace pult::service
