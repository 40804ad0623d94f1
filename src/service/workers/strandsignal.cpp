// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/strandsignal.h"

#include <boost/asio/redirect_error.hpp>

namespace pult::service {

StrandSignal::StrandSignal(const Strand &strand)
    : m_timer(strand)
{
}

void StrandSignal::notify()
{
    m_isNotified = true;
    m_timer.cancel();
}

Task<> StrandSignal::wait(const Clock &clock, Deadline deadline)
{
    return waitFor(deadline.timeLeft(clock));
}

Task<> StrandSignal::wait()
{
    return waitFor(SteadyTime::duration::max());
}

Task<> StrandSignal::waitFor(SteadyTime::duration length)
{
    if (!m_isNotified) {
        boost::system::error_code ignored;
        m_timer.expires_after(length);
        co_await m_timer.async_wait(
            boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    }
    m_isNotified = false;
}

} // namespace pult::service
