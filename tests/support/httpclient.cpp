// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpclient.h"

#include <array>

#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <sys/socket.h>
#include <sys/time.h>

namespace pult::test {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

asio::ip::tcp::socket connect(asio::io_context &context, std::uint16_t port)
{
    asio::ip::tcp::socket socket(context);
    boost::system::error_code ignored;
    socket.connect({asio::ip::address_v4::loopback(), port}, ignored);
    const timeval patience{10, 0};
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return socket;
}

} // namespace

std::string HttpReply::header(std::string_view name) const
{
    for (const auto &[key, value] : headers)
        if (boost::iequals(key, name))
            return value;
    return {};
}

boost::json::value HttpReply::json() const
{
    return contract::parseJson(body).value_or(boost::json::value());
}

class HttpClient::Wire {
public:
    explicit Wire(std::uint16_t port)
        : m_port(port)
        , m_socket(m_context)
    {
    }

    HttpReply exchange(const http::request<http::string_body> &request)
    {
        boost::system::error_code error;
        if (!m_socket.is_open())
            m_socket = connect(m_context, m_port);
        http::write(m_socket, request, error);
        http::response_parser<http::string_body> parser;
        parser.skip(request.method() == http::verb::head);
        if (!error)
            http::read(m_socket, m_buffer, parser, error);
        const auto &response = parser.get();
        if (error || !response.keep_alive()) {
            m_socket = asio::ip::tcp::socket(m_context);
            m_buffer.clear();
        }
        HttpReply reply;
        if (error)
            return reply;
        reply.status = response.result_int();
        for (const auto &field : response)
            reply.headers.emplace_back(field.name_string(), field.value());
        reply.body = response.body();
        return reply;
    }

private:
    std::uint16_t m_port;
    asio::io_context m_context;
    asio::ip::tcp::socket m_socket;
    beast::flat_buffer m_buffer;
};

HttpClient::HttpClient(std::uint16_t port, std::string token)
    : m_wire(std::make_unique<Wire>(port))
    , m_token(std::move(token))
{
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient &&other) noexcept = default;

HttpReply HttpClient::get(const std::string &target, const Headers &headers)
{
    return send("GET", target, {}, headers);
}

HttpReply HttpClient::post(
    const std::string &target, const std::string &json, const Headers &headers)
{
    Headers all = headers;
    all.emplace_back("Content-Type", "application/json");
    return send("POST", target, json, all);
}

HttpReply HttpClient::send(const std::string &method, const std::string &target,
    const std::string &body, const Headers &headers)
{
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(target);
    request.version(11);
    request.set(http::field::host, "127.0.0.1");
    if (!m_token.empty())
        request.set(http::field::authorization, "Bearer " + m_token);
    for (const auto &[name, value] : headers)
        request.set(name, value);
    request.body() = body;
    request.prepare_payload();
    return m_wire->exchange(request);
}

class RawConnection::Wire {
public:
    explicit Wire(std::uint16_t port)
        : socket(connect(context, port))
    {
    }
    asio::io_context context;
    asio::ip::tcp::socket socket;
    std::string received;

    bool readSome()
    {
        std::array<char, 16384> chunk{};
        boost::system::error_code error;
        const std::size_t count = socket.read_some(asio::buffer(chunk), error);
        received.append(chunk.data(), count);
        return !error;
    }
};

RawConnection::RawConnection(std::uint16_t port)
    : m_wire(std::make_unique<Wire>(port))
{
}

RawConnection::~RawConnection() = default;

bool RawConnection::write(const std::string &bytes)
{
    boost::system::error_code error;
    asio::write(m_wire->socket, asio::buffer(bytes), error);
    return !error;
}

void RawConnection::finishWriting()
{
    boost::system::error_code ignored;
    m_wire->socket.shutdown(asio::socket_base::shutdown_send, ignored);
}

const std::string &RawConnection::readUntil(const std::string &text)
{
    while (m_wire->received.find(text) == std::string::npos && m_wire->readSome()) { }
    return m_wire->received;
}

const std::string &RawConnection::readAll()
{
    while (m_wire->readSome()) { }
    return m_wire->received;
}

} // namespace pult::test
