// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>

#include "base/deadline.h"
#include "service/workers/strand.h"

namespace pult::service {

/// Something one coroutine waits for. A notice that comes before the wait is not lost. Everything
/// on the strand.
class StrandSignal {
public:
    explicit StrandSignal(const Strand &strand);

    void notify();
    /// Until notified, or the deadline.
    Task<> wait(const Clock &clock, Deadline deadline);
    /// Until notified.
    Task<> wait();

private:
    Task<> waitFor(SteadyTime::duration length);

    boost::asio::steady_timer m_timer;
    bool m_isNotified = false;
};

} // namespace pult::service
