// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/timedsocket.h"

namespace pult::service {

TimedSocket::TimedSocket(boost::asio::ip::tcp::socket socket)
    : m_state(std::make_shared<State>(std::move(socket)))
{
}

TimedSocket::~TimedSocket()
{
    m_state->timer.cancel();
}

void TimedSocket::expireAfter(std::chrono::steady_clock::duration time)
{
    ++m_state->round;
    m_state->hasExpired = false;
    m_state->timer.expires_after(time);
    wait(m_state);
}

void TimedSocket::wait(const std::shared_ptr<State> &state)
{
    state->timer.async_wait([weak = std::weak_ptr(state), round = state->round](
                                const boost::system::error_code &cancelled) {
        const auto waiting = weak.lock();
        if (cancelled || !waiting || waiting->round != round)
            return;
        waiting->hasExpired = true;
        boost::system::error_code ignored;
        waiting->socket.cancel(ignored);
    });
}

void TimedSocket::expireNever()
{
    ++m_state->round;
    m_state->hasExpired = false;
    m_state->timer.cancel();
}

void TimedSocket::close()
{
    boost::system::error_code ignored;
    m_state->socket.close(ignored);
}

} // namespace pult::service
