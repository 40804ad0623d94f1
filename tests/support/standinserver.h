// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include "support/certificate.h"
#include "support/temporarydirectory.h"

namespace pult::test {

struct StandInRequest {
    std::string method;
    std::string target;
    std::string authorization;
    std::string body;
};

struct StandInAnswer {
    enum class Manner {
        whole,
        silent, ///< Reads the request and never answers.
        reset, ///< Closes the connection instead of answering.
        cut, ///< Half of the body, then closes.
        drip ///< Byte by byte, a thousand a second.
    };
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    Manner manner = Manner::whole;
};

/// An HTTP/1.1 server on a free port of 127.0.0.1 that stands in for a provider, and misbehaves
/// when told to. A thread a connection.
class StandInServer {
public:
    using Handler = std::function<StandInAnswer(const StandInRequest &)>;
    enum class Security { plain, tls };
    enum class Hearing { attentive, deaf /**< Accepts, and never reads a byte. */ };

    explicit StandInServer(
        Handler handler, Security security = Security::plain, Hearing hearing = Hearing::attentive);
    ~StandInServer();
    StandInServer(const StandInServer &) = delete;
    StandInServer &operator=(const StandInServer &) = delete;

    /// "http://127.0.0.1:PORT"
    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    /// Of the certificate that it shows, for clients that shall trust it.
    [[nodiscard]] std::string authorityFile() const;

    [[nodiscard]] int connections() const { return m_connections; } ///< So far.
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] int mostAtOnce() const { return m_most; }
    [[nodiscard]] std::vector<StandInRequest> requests() const;
    /// How many requests so far had a target that begins like this.
    [[nodiscard]] std::size_t countOf(const std::string &method, const std::string &target) const;

private:
    struct Visitor {
        std::atomic<bool> isGone = false;
        std::jthread thread;
    };

    void accept();
    void serve(boost::asio::ip::tcp::socket socket);
    template <class Stream>
    void converse(Stream &stream);
    template <class Stream>
    void answer(Stream &stream, const StandInAnswer &answer, unsigned version, bool keepAlive);

    Handler m_handler;
    Security m_security;
    Hearing m_hearing;
    TemporaryDirectory m_directory;
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::ssl::context m_tls{boost::asio::ssl::context::tls_server};
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::atomic<int> m_most = 0;
    std::atomic<bool> m_isStopping = false;
    mutable std::mutex m_mutex;
    std::set<int> m_sockets;
    std::vector<StandInRequest> m_requests;
    std::list<Visitor> m_visitors; ///< Those that are gone are removed when the next one comes.
    std::thread m_accepting;
};

} // namespace pult::test
