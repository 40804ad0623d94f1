// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/standinserver.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <poll.h>
#include <sys/socket.h>

namespace pult::test {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

constexpr std::uint64_t kMostBytes = 1 << 30;

/// Until the peer, or the server's end, closes it.
template <class Stream>
void waitForEnd(Stream &stream)
{
    std::array<char, 1024> ignored{};
    boost::system::error_code error;
    while (!error)
        stream.read_some(asio::buffer(ignored), error);
}

} // namespace

StandInServer::StandInServer(Handler handler, Security security, Hearing hearing)
    : m_handler(std::move(handler))
    , m_security(security)
    , m_hearing(hearing)
    , m_acceptor(m_context, tcp::endpoint(asio::ip::address_v4::loopback(), 0))
{
    const Certificate own = makeCertificate();
    m_tls.use_certificate(asio::buffer(own.certificate), asio::ssl::context::pem);
    m_tls.use_private_key(asio::buffer(own.key), asio::ssl::context::pem);
    std::ofstream(authorityFile()) << own.certificate;
    m_accepting = std::thread([this] { accept(); });
}

StandInServer::~StandInServer()
{
    m_isStopping = true;
    ::shutdown(m_acceptor.native_handle(), SHUT_RDWR);
    m_accepting.join();
    {
        const std::scoped_lock lock(m_mutex);
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    m_visitors.clear();
}

std::string StandInServer::url() const
{
    const char *scheme = m_security == Security::tls ? "https" : "http";
    return std::string(scheme) + "://127.0.0.1:" + std::to_string(port());
}

std::string StandInServer::authorityFile() const
{
    return (m_directory.path() / "authority.pem").string();
}

std::vector<StandInRequest> StandInServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

std::size_t StandInServer::countOf(const std::string &method, const std::string &target) const
{
    const auto all = requests();
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const StandInRequest &request) {
        return request.method == method && request.target.starts_with(target);
    }));
}

void StandInServer::accept()
{
    for (;;) {
        boost::system::error_code error;
        tcp::socket socket = m_acceptor.accept(error);
        if (error || m_isStopping)
            return;
        ++m_connections;
        m_most = std::max(m_most.load(), ++m_open);
        const std::scoped_lock lock(m_mutex);
        m_sockets.insert(socket.native_handle());
        m_visitors.remove_if([](const Visitor &visitor) { return visitor.isGone.load(); });
        Visitor &visitor = m_visitors.emplace_back();
        visitor.thread = std::jthread([this, &visitor, own = std::move(socket)]() mutable {
            serve(std::move(own));
            visitor.isGone = true;
        });
    }
}

void StandInServer::serve(tcp::socket socket)
{
    boost::system::error_code error;
    if (m_hearing == Hearing::deaf) {
        pollfd gone{socket.native_handle(), POLLRDHUP, 0};
        while (!m_isStopping && ::poll(&gone, 1, 5) == 0) { }
    } else if (m_security == Security::tls) {
        beast::ssl_stream<tcp::socket &> stream(socket, m_tls);
        stream.handshake(asio::ssl::stream_base::server, error);
        if (!error)
            converse(stream);
    } else {
        converse(socket);
    }
    const std::scoped_lock lock(m_mutex);
    m_sockets.erase(socket.native_handle());
    socket.close(error);
    --m_open;
}

template <class Stream>
void StandInServer::converse(Stream &stream)
{
    beast::flat_buffer buffer;
    for (;;) {
        boost::system::error_code error;
        http::request_parser<http::string_body> parser;
        parser.body_limit(kMostBytes);
        http::read(stream, buffer, parser, error);
        if (error)
            return;
        const auto &message = parser.get();
        StandInRequest request{std::string(message.method_string()), std::string(message.target()),
            std::string(message[http::field::authorization]), message.body()};
        {
            const std::scoped_lock lock(m_mutex);
            m_requests.push_back(request);
        }
        const StandInAnswer made = m_handler(request);
        using Manner = StandInAnswer::Manner;
        if (made.manner == Manner::silent)
            return waitForEnd(stream);
        if (made.manner == Manner::reset)
            return;
        answer(stream, made, message.version(), message.keep_alive());
        if (made.manner == Manner::cut || !message.keep_alive())
            return;
    }
}

template <class Stream>
void StandInServer::answer(
    Stream &stream, const StandInAnswer &answer, unsigned version, bool keepAlive)
{
    http::response<http::string_body> response(http::int_to_status(0), version);
    response.result(static_cast<unsigned>(answer.status));
    response.set(http::field::content_type, "application/json");
    for (const auto &[name, value] : answer.headers)
        response.set(name, value);
    response.keep_alive(keepAlive);
    response.body() = answer.body;
    response.prepare_payload();
    std::ostringstream serialized;
    serialized << response;
    std::string bytes = serialized.str();
    if (answer.manner == StandInAnswer::Manner::cut)
        bytes.resize(bytes.size() - answer.body.size() / 2 - 1);
    boost::system::error_code error;
    if (answer.manner != StandInAnswer::Manner::drip) {
        asio::write(stream, asio::buffer(bytes), error);
        return;
    }
    for (std::size_t i = 0; i < bytes.size() && !error && !m_isStopping; ++i) {
        asio::write(stream, asio::buffer(&bytes[i], 1), error);
        ::poll(nullptr, 0, 1);
    }
}

} // namespace pult::test
