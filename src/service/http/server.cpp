// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/server.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

#include "service/http/connection.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

/// Out of descriptors: trying again at once would only burn a core.
constexpr std::chrono::milliseconds kAcceptPause{100};
/// Between two connections that send without waiting for answers.
constexpr std::chrono::microseconds kTurnSpacing{500};

tl::unexpected<Error> failListening(
    const asio::ip::tcp::endpoint &endpoint, const boost::system::error_code &error)
{
    return fail(ErrorCode::io,
        "Cannot listen on " + endpoint.address().to_string() + ":" + std::to_string(endpoint.port())
            + ": " + error.message());
}

} // namespace

Result<asio::ip::tcp::acceptor> Server::openAcceptor(
    IoThreads &threads, const asio::ip::tcp::endpoint &endpoint)
{
    boost::system::error_code error;
    asio::ip::tcp::acceptor acceptor(threads.context());
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failListening(endpoint, error);
    return acceptor;
}

Server::Server(asio::ip::tcp::acceptor acceptor, IoThreads &threads, const Clock &clock,
    const LiveConfig &config, const FrontDoor &door, HttpMetrics &metrics, TlsContext tls)
    : m_threads(threads)
    , m_clock(clock)
    , m_config(config)
    , m_door(door)
    , m_metrics(metrics)
    , m_acceptor(std::move(acceptor))
    , m_listener(m_acceptor.native_handle())
    , m_endpoint(m_acceptor.local_endpoint())
    , m_tls(std::move(tls))
    , m_turnstile(kTurnSpacing)
{
}

Server::~Server() = default;

asio::ip::tcp::endpoint Server::endpoint() const
{
    return m_endpoint;
}

void Server::start()
{
    asio::co_spawn(m_acceptor.get_executor(), accept(), asio::detached);
}

PoolState Server::pool() const
{
    const std::scoped_lock lock(m_mutex);
    return {mostConnections(), m_connections.size(), backlog()};
}

void Server::refreshMetrics() const
{
    const PoolState state = pool();
    m_metrics.pool().set(state.capacity, state.inUse, state.waiting);
}

std::size_t Server::mostConnections() const
{
    const HttpSettings &http = m_config.settings()->http;
    return std::min(static_cast<std::size_t>(http.max_connections),
        m_threads.size() * static_cast<std::size_t>(http.connections_per_worker));
}

/// Of a listening socket, tcpi_unacked counts the connections that nobody has accepted yet.
std::size_t Server::backlog() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    const bool isKnown =
        m_acceptor.is_open() && ::getsockopt(m_listener, IPPROTO_TCP, TCP_INFO, &info, &size) == 0;
    return isKnown ? info.tcpi_unacked : 0;
}

void Server::changeTls(TlsContext tls)
{
    m_tls.with([&](TlsContext &held) { held = std::move(tls); });
}

TlsContext Server::tls() const
{
    return m_tls.with([](const TlsContext &held) { return held; });
}

Task<> Server::accept()
{
    while (m_acceptor.is_open()) {
        auto [error, socket] = co_await m_acceptor.async_accept(m_threads.next(), kAsTuple);
        if (!error) {
            serve(std::move(socket));
            continue;
        }
        if (error == asio::error::operation_aborted)
            break;
        spdlog::warn("A connection could not be accepted: {}", error.message());
        asio::steady_timer pause(m_acceptor.get_executor(), kAcceptPause);
        co_await pause.async_wait(kAsTuple);
    }
    m_isAccepting = false;
}

void Server::serve(asio::ip::tcp::socket socket)
{
    const auto executor = socket.get_executor();
    const auto connection = std::make_shared<Connection>(std::move(socket), *this);
    if (tryAdd(connection)) {
        asio::co_spawn(executor, Connection::run(connection), asio::detached);
    } else {
        m_metrics.pool().timedOut();
        asio::co_spawn(executor, Connection::refuse(connection), asio::detached);
    }
}

bool Server::tryAdd(const std::shared_ptr<Connection> &connection)
{
    const std::size_t most = mostConnections();
    const std::scoped_lock lock(m_mutex);
    if (m_connections.size() >= most || m_isFinishing)
        return false;
    m_connections.insert(connection);
    return true;
}

void Server::remove(const std::shared_ptr<Connection> &connection)
{
    const std::scoped_lock lock(m_mutex);
    m_connections.erase(connection);
}

std::set<std::shared_ptr<Connection>> Server::connections() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connections;
}

void Server::stopAccepting()
{
    asio::post(m_acceptor.get_executor(), [this] {
        const std::scoped_lock lock(m_mutex);
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
    });
}

void Server::finishConnections()
{
    m_isFinishing = true;
    for (const auto &connection : connections())
        connection->finish();
}

void Server::abortConnections()
{
    for (const auto &connection : connections())
        connection->abort();
}

bool Server::isClosed() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_isAccepting && m_connections.empty();
}

} // namespace pult::service
