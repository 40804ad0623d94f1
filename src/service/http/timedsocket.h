// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace pult::service {

/// A socket whose operations are cancelled when time is up, after which it can still be written to:
/// Beast's own stream closes the socket instead, and then nobody can be told. What is done on it at
/// once does not block. On the thread of its context.
class TimedSocket {
public:
    explicit TimedSocket(boost::asio::ip::tcp::socket socket);

    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_state->socket; }

    /// From now on, for all operations together, until called again. Costs next to nothing when the
    /// time ends behind the one before, as it does with nearly every request.
    void expireAfter(std::chrono::steady_clock::duration time);
    void expireNever();
    /// Whether the latest time was up.
    [[nodiscard]] bool hasExpired() const { return m_state->hasExpired; }
    void close();

private:
    using Time = std::chrono::steady_clock::time_point;

    struct State {
        explicit State(boost::asio::ip::tcp::socket taken)
            : socket(std::move(taken))
            , timer(socket.get_executor())
        {
        }
        boost::asio::ip::tcp::socket socket;
        boost::asio::steady_timer timer;
        Time deadline = Time::max();
        Time wakesAt = Time::max(); ///< When the timer looks at the deadline: never behind it.
        bool hasExpired = false;
    };
    static void wakeAtDeadline(const std::shared_ptr<State> &state);
    static void wake(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state;
};

} // namespace pult::service
