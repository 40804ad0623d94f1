// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/strandtimer.h"

namespace pult::service {

StrandTimer::StrandTimer(const Strand &strand)
    : m_timer(strand)
    , m_ended(strand)
{
}

void StrandTimer::schedule(SteadyTime::duration delay, std::function<void()> action)
{
    if (m_isStopped)
        return;
    ++m_pending;
    m_timer.expires_after(delay);
    m_timer.async_wait([this, due = std::move(action)](boost::system::error_code error) {
        --m_pending;
        m_ended.notify();
        if (!error && !m_isStopped)
            due();
    });
}

Task<> StrandTimer::stop()
{
    m_isStopped = true;
    m_timer.cancel();
    while (m_pending > 0)
        co_await m_ended.wait();
}

} // namespace pult::service
