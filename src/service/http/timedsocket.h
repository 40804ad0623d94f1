// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace pult::service {

/// A socket whose operations are cancelled when time is up, after which it can still be written to:
/// Beast's own stream closes the socket instead, and then nobody can be told. On its strand.
class TimedSocket {
public:
    explicit TimedSocket(boost::asio::ip::tcp::socket socket);
    ~TimedSocket();

    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_state->socket; }

    /// From now on, for all operations together, until called again.
    void expireAfter(std::chrono::steady_clock::duration time);
    void expireNever();
    /// Whether the latest time was up.
    [[nodiscard]] bool hasExpired() const { return m_state->hasExpired; }
    void close();

private:
    struct State {
        explicit State(boost::asio::ip::tcp::socket taken)
            : socket(std::move(taken))
            , timer(socket.get_executor())
        {
        }
        boost::asio::ip::tcp::socket socket;
        boost::asio::steady_timer timer;
        std::uint64_t round = 0; ///< Of the latest expireAfter: an older wait may still be queued.
        bool hasExpired = false;
    };
    static void wait(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state;
};

} // namespace pult::service
