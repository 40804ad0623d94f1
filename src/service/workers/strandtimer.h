// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "service/workers/strandsignal.h"

namespace pult::service {

/// Does something later, and can be stopped so that nothing of it is left. Everything on the
/// strand; stop() must have ended before it is destroyed.
class StrandTimer {
public:
    explicit StrandTimer(const Strand &strand);

    /// Instead of what was scheduled before. After stop(), nothing.
    void schedule(SteadyTime::duration delay, std::function<void()> action);
    Task<> stop();

private:
    boost::asio::steady_timer m_timer;
    StrandSignal m_ended;
    int m_pending = 0; ///< Handlers that have yet to run, those of cancelled waits too.
    bool m_isStopped = false;
};

} // namespace pult::service
