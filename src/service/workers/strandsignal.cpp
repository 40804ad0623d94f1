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
    if (!m_isNotified) {
        boost::system::error_code ignored;
        m_timer.expires_after(deadline.timeLeft(clock));
        co_await m_timer.async_wait(
            boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    }
    m_isNotified = false;
}

} // namespace pult::service
