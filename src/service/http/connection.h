// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "service/http/server.h"
#include "service/http/timedsocket.h"
#include "service/http/wirehead.h"

namespace pult::service {

/// One client's connection: reads requests one after the other within the limits of size and time,
/// has each answered, writes the answers. Runs on a strand of its own; owned by its coroutine and
/// the server's list.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket socket, Server &server);

    /// Until the connection ends. Keeps itself alive.
    static Task<> run(std::shared_ptr<Connection> self);
    /// Answers 503 and closes: too many connections.
    static Task<> refuse(std::shared_ptr<Connection> self);
    /// Closes now if no request is being answered, else behind the answer. Any thread.
    void finish();
    /// Closes now, whatever it is doing. Any thread.
    void abort();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    enum class Stage { idle, busy };

    /// Why reading ended: nothing to answer (the peer is gone, idle for too long), or a problem.
    struct Unreadable {
        std::optional<Response> answer{};
    };
    template <class T>
    using Read = tl::expected<T, Unreadable>;

    Task<bool> serveOne();
    Task<bool> waitForRequest();
    [[nodiscard]] Unreadable whyUnreadable(const boost::system::error_code &error) const;
    Task<Read<Request>> readRequest();
    Task<Read<std::size_t>> readHead();
    Task<Read<void>> readBody(Parser &parser, const Headers &headers);
    Task<bool> write(const Request *request, Response response, KeepAlive keepAlive);
    Task<bool> send(std::string_view head, std::string_view body);
    Task<bool> sendFile(const FileSpan &file);
    Task<bool> sendStream(BodyStream &stream);
    Task<> linger();
    void close();

    Server &m_server;
    TimedSocket m_stream;
    boost::beast::flat_buffer m_buffer;
    std::string m_address;
    Stage m_stage = Stage::idle;
    bool m_isFirst = true;
    bool m_keepsAlive = true;
};

} // namespace pult::service
