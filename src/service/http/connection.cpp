// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/connection.h"

#include <algorithm>
#include <array>

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "service/http/problem.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

using Part = ResponseWriter::Part;

constexpr std::chrono::seconds kHandshakeTime{10};
constexpr std::chrono::seconds kLingerTime{1};
constexpr int kRequestsPerTurn = 8;

} // namespace

Connection::Connection(asio::ip::tcp::socket socket, Server &server)
    : m_server(server)
    , m_socket(std::move(socket), server.tls())
    , m_reader(m_socket, server.m_config)
    , m_writer(m_socket, server.m_clock)
{
    boost::system::error_code ignored;
    m_socket.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
}

Task<> Connection::run(std::shared_ptr<Connection> self)
{
    self->m_server.m_metrics.opened();
    const bool isReady = co_await self->encrypt();
    bool goesOn = isReady;
    while (goesOn) {
        if (self->hasHadItsTurn())
            co_await self->waitForTurn();
        goesOn = co_await self->serveOne();
    }
    if (isReady)
        co_await self->linger();
    self->m_socket.close();
    self->m_server.m_metrics.closed();
    self->m_server.remove(self);
}

Task<> Connection::refuse(std::shared_ptr<Connection> self)
{
    RequestReader::Unreadable why;
    why.answer = problemResponse(503, "Too many connections are open: try again soon");
    const bool isReady = co_await self->encrypt();
    if (isReady)
        co_await self->answerUnread(std::move(why));
    self->m_socket.close();
}

Task<bool> Connection::encrypt()
{
    if (!m_socket.isEncrypted())
        co_return true;
    m_socket.expireAfter(kHandshakeTime);
    co_return co_await m_socket.encrypt();
}

void Connection::finish()
{
    asio::post(m_socket.socket().get_executor(), [self = shared_from_this()] {
        self->m_isFinishing = true;
        if (self->m_stage == Stage::idle)
            self->m_socket.close();
    });
}

void Connection::abort()
{
    asio::post(
        m_socket.socket().get_executor(), [self = shared_from_this()] { self->m_socket.close(); });
}

Task<bool> Connection::serveOne()
{
    m_stage = Stage::idle;
    const bool hasBytes = co_await m_reader.waitForBytes();
    if (!hasBytes)
        co_return false;
    m_stage = Stage::busy;
    auto request = m_reader.tryRead();
    if (!request)
        request = co_await m_reader.read();
    if (!*request) {
        co_await answerUnread(std::move(request->error()));
        co_return false;
    }
    Response response = co_await m_server.m_door.answer(**request);
    const KeepAlive keepAlive = goesOn() && !response.stream ? KeepAlive::yes : KeepAlive::no;
    const Part part = (*request)->method == Method::HEAD ? Part::head : Part::whole;
    auto isWritten = m_writer.tryWrite(response, part, keepAlive);
    if (!isWritten)
        isWritten = co_await m_writer.writeRest(response);
    co_return *isWritten &&keepAlive == KeepAlive::yes &&goesOn();
}

/// Whoever waits for the answers is never held up. Whoever does not, only now and then has a
/// request that ends where the reading did, which is why one such does not make up for all before.
bool Connection::hasHadItsTurn()
{
    m_unwaited = std::max(m_unwaited + (m_reader.hasMore() ? 1 : -1), 0);
    return m_unwaited > kRequestsPerTurn;
}

/// Else pipelined requests would keep the thread, and the processor, from everybody else's.
Task<> Connection::waitForTurn()
{
    m_unwaited = 0;
    asio::steady_timer turn(
        m_socket.socket().get_executor(), m_server.m_turnstile.take(SteadyTime::clock::now()));
    co_await turn.async_wait(kAsTuple);
}

Task<> Connection::answerUnread(RequestReader::Unreadable why)
{
    if (!why.answer)
        co_return;
    m_server.m_door.countUnread(why.answer->status);
    if (!m_writer.tryWrite(*why.answer, Part::whole, KeepAlive::no))
        co_await m_writer.writeRest(*why.answer);
}

/// Closing with unread bytes would reset the connection and could take the answer away from a
/// client that still sends, so what comes is read and dropped for a moment.
Task<> Connection::linger()
{
    m_socket.expireAfter(kLingerTime);
    co_await m_socket.finishWriting();
    boost::system::error_code error;
    std::array<char, 4096> dropped{};
    while (!error) {
        const auto [failed, count] =
            co_await m_socket.socket().async_read_some(asio::buffer(dropped), kAsTuple);
        error = failed;
    }
}

} // namespace pult::service
