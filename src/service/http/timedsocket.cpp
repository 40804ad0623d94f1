// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/timedsocket.h"

#include "service/runtime/astuple.h"

namespace pult::service {

TimedSocket::TimedSocket(boost::asio::ip::tcp::socket socket, const TlsContext &tls)
    : m_state(std::make_shared<State>(std::move(socket)))
{
    boost::system::error_code ignored;
    m_state->socket.non_blocking(true, ignored);
    if (tls)
        m_state->tls.emplace(m_state->socket, *tls);
}

Task<bool> TimedSocket::encrypt()
{
    const auto [error] =
        co_await m_state->tls->async_handshake(boost::asio::ssl::stream_base::server, kAsTuple);
    co_return !error;
}

Task<> TimedSocket::finishWriting()
{
    if (m_state->tls)
        co_await m_state->tls->async_shutdown(kAsTuple);
    boost::system::error_code ignored;
    m_state->socket.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
}

void TimedSocket::expireAfter(std::chrono::steady_clock::duration time)
{
    m_state->hasExpired = false;
    m_state->deadline = std::chrono::steady_clock::now() + time;
    if (m_state->deadline < m_state->wakesAt)
        wakeAtDeadline(m_state);
}

void TimedSocket::wakeAtDeadline(const std::shared_ptr<State> &state)
{
    state->wakesAt = state->deadline;
    state->timer.expires_at(state->deadline);
    state->timer.async_wait(
        [weak = std::weak_ptr(state)](const boost::system::error_code &cancelled) {
            const auto waiting = weak.lock();
            if (!cancelled && waiting)
                wake(waiting);
        });
}

void TimedSocket::wake(const std::shared_ptr<State> &state)
{
    state->wakesAt = Time::max();
    if (state->deadline == Time::max())
        return;
    if (std::chrono::steady_clock::now() < state->deadline)
        return wakeAtDeadline(state);
    state->hasExpired = true;
    boost::system::error_code ignored;
    state->socket.cancel(ignored);
}

void TimedSocket::expireNever()
{
    m_state->hasExpired = false;
    m_state->deadline = Time::max();
}

void TimedSocket::close()
{
    expireNever();
    m_state->timer.cancel();
    boost::system::error_code ignored;
    m_state->socket.close(ignored);
}

} // namespace pult::service
