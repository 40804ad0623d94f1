// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demo/httpcaller.h"

#include <optional>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using HttpRequest = http::request<http::string_body>;

/// Longer than the longest ?wait=.
constexpr std::chrono::seconds kCallTime{90};

} // namespace

class HttpCaller::Wire {
public:
    Wire(const asio::any_io_executor &executor, asio::ip::tcp::endpoint service,
        const std::string &token)
        : m_stream(executor)
        , m_service(std::move(service))
        , m_authorization("Bearer " + token)
    {
    }

    Task<Result<HttpAnswer>> call(HttpRequest request)
    {
        request.set(http::field::host, m_service.address().to_string());
        request.set(http::field::authorization, m_authorization);
        request.set(http::field::user_agent, "pultd demo");
        request.prepare_payload();
        m_stream.expires_after(kCallTime);
        HttpAnswer answer;
        const boost::system::error_code error = co_await exchange(request, answer);
        if (!error)
            co_return answer;
        m_stream.close();
        m_isOpen = false;
        co_return fail(ErrorCode::unavailable, error.message());
    }

private:
    Task<boost::system::error_code> exchange(HttpRequest &request, HttpAnswer &answer)
    {
        if (!m_isOpen) {
            m_buffer.clear();
            const auto [refused] = co_await m_stream.async_connect(m_service, kAsTuple);
            if (refused)
                co_return refused;
            m_isOpen = true;
        }
        const auto [unsent, sent] = co_await http::async_write(m_stream, request, kAsTuple);
        if (unsent)
            co_return unsent;
        http::response<http::string_body> response;
        const auto [unread, got] =
            co_await http::async_read(m_stream, m_buffer, response, kAsTuple);
        if (unread)
            co_return unread;
        m_isOpen = response.keep_alive();
        if (!m_isOpen)
            m_stream.close();
        answer.status = response.result_int();
        answer.body = std::move(response.body());
        co_return boost::system::error_code();
    }

    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    asio::ip::tcp::endpoint m_service;
    std::string m_authorization;
    bool m_isOpen = false;
};

HttpCaller::HttpCaller(const asio::any_io_executor &executor, asio::ip::tcp::endpoint service,
    const std::string &token)
    : m_wire(std::make_unique<Wire>(executor, std::move(service), token))
{
}

HttpCaller::~HttpCaller() = default;

Task<Result<HttpAnswer>> HttpCaller::get(const std::string &target)
{
    return m_wire->call(HttpRequest(http::verb::get, target, 11));
}

Task<Result<HttpAnswer>> HttpCaller::post(const std::string &target, std::string json)
{
    HttpRequest request(http::verb::post, target, 11);
    request.set(http::field::content_type, "application/json");
    request.body() = std::move(json);
    return m_wire->call(std::move(request));
}

} // namespace pult::service
