// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <set>

#include <boost/asio/ip/tcp.hpp>

#include "base/clock.h"
#include "base/guarded.h"
#include "service/config/liveconfig.h"
#include "service/http/frontdoor.h"
#include "service/http/tlscontext.h"
#include "service/http/turnstile.h"
#include "service/runtime/iothreads.h"

namespace pult::service {

class Connection;

/// Listens, and owns every connection. Any thread. Everything passed in must outlive it, and it
/// must be closed before it is destroyed.
class Server {
public:
    /// A listening socket, on which nothing is accepted yet; port 0 takes a free one.
    /// Errors: io (address in use, not ours).
    [[nodiscard]] static Result<boost::asio::ip::tcp::acceptor> openAcceptor(
        IoThreads &threads, const boost::asio::ip::tcp::endpoint &endpoint);

    /// Without a TLS context what travels can be read by others.
    Server(boost::asio::ip::tcp::acceptor acceptor, IoThreads &threads, const Clock &clock,
        const LiveConfig &config, const FrontDoor &door, HttpMetrics &metrics,
        TlsContext tls = nullptr);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] boost::asio::ip::tcp::endpoint endpoint() const;
    /// Begins to accept; the threads serve the connections in turn.
    void start();

    /// The connections as a pool: open ones against the settings; those wait that the
    /// system has taken and this server not yet. Any thread.
    [[nodiscard]] PoolState pool() const;
    /// Brings the gauges of that pool up to date; call it before each scrape.
    void refreshMetrics() const;

    /// For connections from now on. Any thread.
    void changeTls(TlsContext tls);
    /// No new connections. Those that are open go on.
    void stopAccepting();
    /// Every connection closes once its request, if it has one, is answered.
    void finishConnections();
    /// Closes every connection, also in the middle of an answer.
    void abortConnections();
    /// Whether nothing is accepted any more and no connection is left.
    [[nodiscard]] bool isClosed() const;

private:
    friend class Connection;

    [[nodiscard]] std::size_t mostConnections() const;
    [[nodiscard]] std::size_t backlog() const;
    [[nodiscard]] TlsContext tls() const;
    Task<> accept();
    void serve(boost::asio::ip::tcp::socket socket);
    [[nodiscard]] bool tryAdd(const std::shared_ptr<Connection> &connection);
    void remove(const std::shared_ptr<Connection> &connection);
    [[nodiscard]] std::set<std::shared_ptr<Connection>> connections() const;

    IoThreads &m_threads;
    const Clock &m_clock;
    const LiveConfig &m_config;
    const FrontDoor &m_door;
    HttpMetrics &m_metrics;
    boost::asio::ip::tcp::acceptor m_acceptor; ///< Closed under m_mutex.
    const int m_listener; ///< The acceptor's descriptor.
    boost::asio::ip::tcp::endpoint m_endpoint;
    Guarded<TlsContext> m_tls;
    Turnstile m_turnstile;
    std::atomic<bool> m_isAccepting = true;
    std::atomic<bool> m_isFinishing = false;
    mutable std::mutex m_mutex;
    std::set<std::shared_ptr<Connection>> m_connections; ///< Guarded by m_mutex.
};

} // namespace pult::service
