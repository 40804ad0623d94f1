// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/connection.h"

#include <fstream>

#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "service/http/problem.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr auto kUse = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kMaxHeadBytes = 16 * 1024;
constexpr std::size_t kFileChunk = 64 * 1024;
constexpr std::chrono::seconds kWriteTime{30};
constexpr std::chrono::seconds kStreamWriteTime{10};
constexpr std::chrono::seconds kLingerTime{1};

std::chrono::milliseconds whole(Seconds length)
{
    return std::chrono::ceil<std::chrono::milliseconds>(length);
}

Method methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
        return Method::GET;
    case http::verb::head:
        return Method::HEAD;
    case http::verb::post:
        return Method::POST;
    case http::verb::put:
        return Method::PUT;
    case http::verb::patch:
        return Method::PATCH;
    case http::verb::delete_:
        return Method::DELETE;
    case http::verb::options:
        return Method::OPTIONS;
    default:
        return Method::other;
    }
}

template <class Message>
Headers headersOf(const Message &message)
{
    Headers headers;
    for (const auto &field : message)
        headers.add(std::string(field.name_string()), std::string(field.value()));
    return headers;
}

Response problemFor(const boost::system::error_code &error)
{
    if (error == http::error::body_limit)
        return problemResponse(413, "The body is larger than this service takes");
    if (error == http::error::header_limit || error == asio::error::not_found)
        return problemResponse(431, "The head of the request is too large");
    if (error == http::error::bad_version)
        return problemResponse(505, "This service speaks HTTP/1.1");
    return problemResponse(400, "The request is malformed: " + error.message());
}

/// The peer is gone: nobody to answer.
bool isGone(const boost::system::error_code &error)
{
    return error == asio::error::eof || error == asio::error::connection_reset
        || error == asio::error::operation_aborted || error == asio::error::broken_pipe
        || error == http::error::end_of_stream || error == http::error::partial_message;
}

bool hasNoBody(const Request *request, const Response &response)
{
    return response.status == 304 || response.status == 204
        || (request && request->method == Method::HEAD);
}

} // namespace

Connection::Connection(asio::ip::tcp::socket socket, Server &server)
    : m_server(server)
    , m_stream(std::move(socket))
    , m_buffer(kMaxHeadBytes)
{
    boost::system::error_code error;
    const auto peer = m_stream.socket().remote_endpoint(error);
    m_address = error ? "unknown" : peer.address().to_string();
    m_stream.socket().set_option(asio::ip::tcp::no_delay(true), error);
}

Task<> Connection::run(std::shared_ptr<Connection> self)
{
    self->m_server.m_metrics.opened();
    bool goesOn = true;
    while (goesOn)
        goesOn = co_await self->serveOne();
    co_await self->linger();
    self->m_server.m_metrics.closed();
    self->m_server.remove(self);
}

Task<> Connection::refuse(std::shared_ptr<Connection> self)
{
    co_await self->write(nullptr,
        problemResponse(503, "Too many connections are open: try again soon"), KeepAlive::no);
    self->m_server.m_door.countUnread(503);
    self->close();
}

void Connection::finish()
{
    asio::post(m_stream.socket().get_executor(), [self = shared_from_this()] {
        self->m_keepsAlive = false;
        if (self->m_stage == Stage::idle)
            self->close();
    });
}

void Connection::abort()
{
    asio::post(m_stream.socket().get_executor(), [self = shared_from_this()] { self->close(); });
}

void Connection::close()
{
    m_stream.close();
}

/// Closing with unread bytes would reset the connection and could take the answer away from a
/// client that still sends, so what comes is read and dropped for a moment.
Task<> Connection::linger()
{
    boost::system::error_code error;
    m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    m_stream.expireAfter(kLingerTime);
    while (!error) {
        m_buffer.clear();
        const auto [failed, count] =
            co_await m_stream.socket().async_read_some(m_buffer.prepare(4096), kUse);
        error = failed;
    }
    close();
}

Task<bool> Connection::serveOne()
{
    m_stage = Stage::idle;
    const bool hasBytes = co_await waitForRequest();
    if (!hasBytes)
        co_return false;
    m_stage = Stage::busy;
    Read<Request> request = co_await readRequest();
    if (!request) {
        if (request.error().answer) {
            m_server.m_door.countUnread(request.error().answer->status);
            co_await write(nullptr, std::move(*request.error().answer), KeepAlive::no);
        }
        co_return false;
    }
    m_stream.expireNever();
    Response response = co_await m_server.m_door.answer(*request);
    const bool goesOn = m_keepsAlive && !response.stream;
    const bool isWritten =
        co_await write(&*request, std::move(response), goesOn ? KeepAlive::yes : KeepAlive::no);
    co_return isWritten &&goesOn &&m_keepsAlive;
}

Task<bool> Connection::waitForRequest()
{
    if (m_buffer.size() > 0)
        co_return true;
    const auto settings = m_server.m_config.settings();
    const Seconds patience =
        m_isFirst ? settings->http.request_header_timeout_s : settings->http.keep_alive_s;
    m_isFirst = false;
    m_stream.expireAfter(whole(patience));
    const auto [error, count] =
        co_await m_stream.socket().async_read_some(m_buffer.prepare(4096), kUse);
    m_buffer.commit(count);
    co_return !error;
}

Task<Connection::Read<std::size_t>> Connection::readHead()
{
    const Seconds patience = m_server.m_config.settings()->http.request_header_timeout_s;
    m_stream.expireAfter(whole(patience));
    const auto [error, length] =
        co_await asio::async_read_until(m_stream.socket(), m_buffer, "\r\n\r\n", kUse);
    if (error)
        co_return tl::unexpected(whyUnreadable(error));
    const std::string_view head(static_cast<const char *>(m_buffer.data().data()), length);
    if (const auto checked = checkRawHead(head); !checked)
        co_return tl::unexpected(Unreadable{problemResponse(checked.error())});
    co_return length;
}

Connection::Unreadable Connection::whyUnreadable(const boost::system::error_code &error) const
{
    if (m_stream.hasExpired())
        return {problemResponse(408, "The request took too long to arrive")};
    if (isGone(error))
        return {};
    return {problemFor(error)};
}

Task<Connection::Read<Request>> Connection::readRequest()
{
    Read<std::size_t> length = co_await readHead();
    if (!length)
        co_return tl::unexpected(std::move(length.error()));

    Parser parser;
    parser.header_limit(kMaxHeadBytes);
    const std::int64_t maxBody = m_server.m_config.settings()->http.body_max_bytes;
    parser.body_limit(static_cast<std::uint64_t>(maxBody));
    boost::system::error_code error;
    m_buffer.consume(parser.put(asio::buffer(m_buffer.data(), *length), error));
    if (error && error != http::error::need_more)
        co_return tl::unexpected(Unreadable{problemFor(error)});
    m_keepsAlive = m_keepsAlive && parser.keep_alive();

    Request request;
    request.headers = headersOf(parser.get());
    auto target =
        checkFields(request.headers).and_then([&] { return parseTarget(parser.get().target()); });
    if (!target)
        co_return tl::unexpected(Unreadable{problemResponse(target.error())});
    request.target = std::move(*target);
    request.method = methodOf(parser.get().method());
    request.address = m_address;
    request.hasBody = parser.content_length().has_value() || parser.chunked();
    Read<void> body = co_await readBody(parser, request.headers);
    if (!body)
        co_return tl::unexpected(std::move(body.error()));
    request.body = std::move(parser.get().body());
    co_return request;
}

Task<Connection::Read<void>> Connection::readBody(Parser &parser, const Headers &headers)
{
    const Seconds patience = m_server.m_config.settings()->http.request_body_timeout_s;
    m_stream.expireAfter(whole(patience));
    if (boost::iequals(headers.value("Expect"), "100-continue")) {
        const bool isSent = co_await send("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!isSent)
            co_return tl::unexpected(Unreadable{});
    }
    if (parser.is_done())
        co_return Read<void>();
    const auto [error, count] =
        co_await http::async_read(m_stream.socket(), m_buffer, parser, kUse);
    if (error)
        co_return tl::unexpected(whyUnreadable(error));
    co_return Read<void>();
}

Task<bool> Connection::write(const Request *request, Response response, KeepAlive keepAlive)
{
    std::optional<std::uint64_t> length = response.body.size();
    if (response.file)
        length = response.file->length;
    else if (response.stream || response.status == 304)
        length.reset();
    const std::string head = writeHead(response, length, keepAlive, m_server.m_clock.wallNow());
    const bool isBodiless = hasNoBody(request, response);
    m_stream.expireAfter(kWriteTime);
    bool isSent = co_await send(head, isBodiless ? std::string_view() : response.body);
    if (isBodiless || !isSent)
        co_return isSent;
    if (response.file)
        isSent = co_await sendFile(*response.file);
    else if (response.stream)
        isSent = co_await sendStream(*response.stream);
    co_return isSent;
}

Task<bool> Connection::send(std::string_view head, std::string_view body)
{
    const std::array buffers{asio::buffer(head), asio::buffer(body)};
    const auto [error, count] = co_await asio::async_write(m_stream.socket(), buffers, kUse);
    co_return !error;
}

Task<bool> Connection::sendFile(const FileSpan &file)
{
    std::ifstream stream(file.path, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(file.offset));
    std::string chunk;
    std::uint64_t left = file.length;
    bool isSent = true;
    while (left > 0 && isSent) {
        chunk.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, kFileChunk)));
        if (!stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size())))
            co_return false;
        left -= chunk.size();
        m_stream.expireAfter(kWriteTime);
        isSent = co_await send(chunk, {});
    }
    co_return isSent;
}

Task<bool> Connection::sendStream(BodyStream &stream)
{
    bool isSent = true;
    while (isSent) {
        const std::optional<std::string> piece = co_await stream.next();
        if (!piece)
            break;
        m_stream.expireAfter(kStreamWriteTime);
        isSent = co_await send(*piece, {});
        m_stream.expireNever();
    }
    co_return isSent;
}

} // namespace pult::service
