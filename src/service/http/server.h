// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/deadline.h"
#include "service/config/liveconfig.h"
#include "service/http/frontdoor.h"

namespace pult::service {

class Connection;

/// Listens, and owns every connection. Any thread. Everything passed in must outlive it; the
/// context must have stopped, or all connections must have closed, before it is destroyed.
class Server {
public:
    Server(boost::asio::io_context &context, const Clock &clock, const LiveConfig &config,
        const FrontDoor &door, HttpMetrics &metrics);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Errors: io (address in use, not ours).
    [[nodiscard]] Result<void> listen(const boost::asio::ip::tcp::endpoint &endpoint);
    /// Port 0 is resolved. Requires listen().
    [[nodiscard]] boost::asio::ip::tcp::endpoint endpoint() const;

    /// No new connections. Those that are open go on.
    void stopAccepting();
    /// Every connection closes once its request, if it has one, is answered.
    void finishConnections();
    /// Closes every connection, also in the middle of an answer.
    void abortConnections();
    /// Whether none is left before the deadline. Blocks.
    [[nodiscard]] bool waitUntilClosed(Deadline deadline) const;

private:
    friend class Connection;

    Task<> accept();
    void serve(boost::asio::ip::tcp::socket socket);
    [[nodiscard]] bool tryAdd(const std::shared_ptr<Connection> &connection);
    void remove(const std::shared_ptr<Connection> &connection);
    [[nodiscard]] std::set<std::shared_ptr<Connection>> connections() const;

    boost::asio::io_context &m_context;
    const Clock &m_clock;
    const LiveConfig &m_config;
    const FrontDoor &m_door;
    HttpMetrics &m_metrics;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::ip::tcp::endpoint m_endpoint;
    std::atomic<bool> m_isFinishing = false;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_closed;
    std::set<std::shared_ptr<Connection>> m_connections; ///< Guarded by m_mutex.
};

} // namespace pult::service
