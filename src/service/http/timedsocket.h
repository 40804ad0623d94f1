// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <boost/asio/async_result.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>

#include "service/http/tlscontext.h"
#include "service/runtime/task.h"

namespace pult::service {

/// A socket whose operations are cancelled when time is up, after which it can still be written to:
/// Beast's own stream closes the socket instead, and then nobody can be told. What is done on it at
/// once does not block. With a TLS context everything but the handshake itself is encrypted.
/// On the thread of its context.
class TimedSocket {
    using Transferred = void(boost::system::error_code, std::size_t);

public:
    using executor_type = boost::asio::ip::tcp::socket::executor_type;

    explicit TimedSocket(boost::asio::ip::tcp::socket socket, const TlsContext &tls = nullptr);

    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_state->socket; }
    [[nodiscard]] bool isEncrypted() const { return m_state->tls.has_value(); }
    /// The handshake, as the server. False: the client did not manage it in time.
    Task<bool> encrypt();
    /// Tells the peer that nothing more comes.
    Task<> finishWriting();

    /// An AsyncReadStream and AsyncWriteStream of Asio.
    [[nodiscard]] executor_type get_executor() { return m_state->socket.get_executor(); }
    template <class Buffers, class Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, Transferred>(
            [state = m_state.get()](auto handler, const Buffers &into) {
                if (state->tls)
                    state->tls->async_read_some(into, std::move(handler));
                else
                    state->socket.async_read_some(into, std::move(handler));
            },
            token, buffers);
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, Transferred>(
            [state = m_state.get()](auto handler, const Buffers &from) {
                if (state->tls)
                    state->tls->async_write_some(from, std::move(handler));
                else
                    state->socket.async_write_some(from, std::move(handler));
            },
            token, buffers);
    }
    /// What the system takes at once; would_block when that is nothing, as always when encrypted.
    template <class Buffers>
    std::size_t writeNow(const Buffers &buffers, boost::system::error_code &error)
    {
        if (!m_state->tls)
            return m_state->socket.write_some(buffers, error);
        error = boost::asio::error::would_block;
        return 0;
    }

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
        std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket &>> tls;
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
