// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/requestreader.h"

#include <algorithm>

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>

#include "service/http/problem.h"
#include "service/http/wirehead.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

constexpr std::size_t kMaxHeadBytes = std::size_t{16} * 1024;
constexpr std::size_t kReadBytes = 4096;
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::chrono::milliseconds whole(Seconds length)
{
    return std::chrono::ceil<std::chrono::milliseconds>(length);
}

Response problemFor(const boost::system::error_code &error)
{
    if (error == http::error::body_limit)
        return problemResponse(413, "The body is larger than this service takes");
    if (error == http::error::header_limit)
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
        || error == http::error::end_of_stream || error == http::error::partial_message
        || error.category() == asio::error::get_ssl_category()
        || error.category() == asio::ssl::error::get_stream_category();
}

} // namespace

RequestReader::RequestReader(TimedSocket &socket, const LiveConfig &config)
    : m_socket(socket)
    , m_config(config)
    , m_buffer(kMaxHeadBytes)
{
    boost::system::error_code error;
    const auto peer = m_socket.socket().remote_endpoint(error);
    m_address = error ? "unknown" : peer.address().to_string();
}

Task<bool> RequestReader::waitForBytes()
{
    if (m_buffer.size() > 0)
        co_return true;
    const auto settings = m_config.settings();
    const Seconds patience =
        m_isFirst ? settings->http.request_header_timeout_s : settings->http.keep_alive_s;
    m_isFirst = false;
    m_socket.expireAfter(whole(patience));
    const auto [error, count] =
        co_await m_socket.async_read_some(m_buffer.prepare(kReadBytes), kAsTuple);
    m_buffer.commit(count);
    co_return !error;
}

std::optional<RequestReader::Read<Request>> RequestReader::tryRead()
{
    const std::string_view text = head();
    if (text.empty() || isTls())
        return std::nullopt;
    RequestParser parser;
    Read<Request> request = parseHead(parser, text, *m_config.settings());
    if (!request)
        return request;
    if (!parser.is_done()) {
        const std::size_t bodyBytes = m_buffer.size() - text.size();
        if (parser.chunked() || parser.content_length_remaining().value_or(0) > bodyBytes)
            return std::nullopt;
    }
    m_buffer.consume(text.size());
    if (auto parsed = parseBody(parser); !parsed)
        return tl::unexpected(std::move(parsed.error()));
    request->body = parser.takeBody();
    m_socket.expireNever();
    return request;
}

Task<RequestReader::Read<Request>> RequestReader::read()
{
    const auto settings = m_config.settings();
    if (isTls())
        co_return tl::unexpected(Unreadable{});
    if (head().empty())
        if (auto whole = co_await readHead(*settings); !whole)
            co_return tl::unexpected(std::move(whole.error()));
    const std::string_view text = head();
    RequestParser parser;
    Read<Request> request = parseHead(parser, text, *settings);
    if (!request)
        co_return request;
    m_buffer.consume(text.size());
    if (auto begun = parseBody(parser); !begun)
        co_return tl::unexpected(std::move(begun.error()));
    if (!parser.is_done())
        if (auto whole = co_await readBody(parser, request->headers, *settings); !whole)
            co_return tl::unexpected(std::move(whole.error()));
    request->body = parser.takeBody();
    m_socket.expireNever();
    co_return request;
}

std::string_view RequestReader::buffered() const
{
    return {static_cast<const char *>(m_buffer.data().data()), m_buffer.size()};
}

std::string_view RequestReader::head() const
{
    const std::size_t end = buffered().find(kHeadEnd);
    return end == std::string_view::npos ? std::string_view()
                                         : buffered().substr(0, end + kHeadEnd.size());
}

/// A client that expects TLS would wait for an answer which it could not read.
bool RequestReader::isTls() const
{
    return !m_socket.isEncrypted() && buffered().starts_with('\x16');
}

Task<RequestReader::Read<void>> RequestReader::readHead(const Settings &settings)
{
    m_socket.expireAfter(whole(settings.http.request_header_timeout_s));
    while (head().empty()) {
        const std::size_t room = std::min(kReadBytes, kMaxHeadBytes - m_buffer.size());
        if (room == 0)
            co_return tl::unexpected(whyUnreadable(http::error::header_limit));
        const auto [error, count] =
            co_await m_socket.async_read_some(m_buffer.prepare(room), kAsTuple);
        m_buffer.commit(count);
        if (error)
            co_return tl::unexpected(whyUnreadable(error));
    }
    co_return Read<void>();
}

RequestReader::Read<Request> RequestReader::parseHead(
    RequestParser &parser, std::string_view text, const Settings &settings)
{
    if (const auto checked = checkRawHead(text); !checked)
        return tl::unexpected(Unreadable{problemResponse(checked.error())});
    parser.header_limit(kMaxHeadBytes);
    parser.body_limit(static_cast<std::uint64_t>(settings.http.body_max_bytes));
    boost::system::error_code error;
    parser.put(asio::buffer(text), error);
    if (error && error != http::error::need_more)
        return tl::unexpected(Unreadable{problemFor(error)});
    if (!parser.is_header_done()) // Beast waits for more, but all of it is there.
        return tl::unexpected(Unreadable{problemResponse(400, "The request line is not whole")});
    m_keepsAlive = parser.keep_alive();

    Request request;
    request.headers = parser.takeHeaders();
    auto target =
        checkFields(request.headers).and_then([&] { return parseTarget(parser.target()); });
    if (!target)
        return tl::unexpected(Unreadable{problemResponse(target.error())});
    request.target = std::move(*target);
    request.method = parser.method();
    request.address = m_address;
    request.hasBody = parser.content_length().has_value() || parser.chunked();
    return request;
}

/// What came together with the head: of a small body, all.
RequestReader::Read<void> RequestReader::parseBody(RequestParser &parser)
{
    if (parser.is_done() || m_buffer.size() == 0)
        return {};
    parser.eager(true);
    boost::system::error_code error;
    m_buffer.consume(parser.put(m_buffer.data(), error));
    if (error && error != http::error::need_more)
        return tl::unexpected(whyUnreadable(error));
    return {};
}

Task<RequestReader::Read<void>> RequestReader::readBody(
    RequestParser &parser, const Headers &headers, const Settings &settings)
{
    m_socket.expireAfter(whole(settings.http.request_body_timeout_s));
    if (boost::beast::iequals(headers.value("Expect"), "100-continue")) {
        const auto [unsent, sent] =
            co_await asio::async_write(m_socket, asio::buffer(kContinue), kAsTuple);
        if (unsent)
            co_return tl::unexpected(Unreadable{});
    }
    const auto [error, count] = co_await http::async_read(m_socket, m_buffer, parser, kAsTuple);
    if (error)
        co_return tl::unexpected(whyUnreadable(error));
    co_return Read<void>();
}

RequestReader::Unreadable RequestReader::whyUnreadable(const boost::system::error_code &error) const
{
    if (m_socket.hasExpired())
        return {problemResponse(408, "The request took too long to arrive")};
    if (isGone(error))
        return {};
    return {problemFor(error)};
}

} // namespace pult::service
