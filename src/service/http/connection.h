// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/requestreader.h"
#include "service/http/responsewriter.h"
#include "service/http/server.h"

namespace pult::service {

/// One client's connection: reads requests one after the other, has each answered, writes the
/// answers. Runs on one thread; owned by its coroutine and the server's list.
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
    enum class Stage { idle, busy };

    Task<bool> encrypt();
    Task<bool> serveOne();
    [[nodiscard]] bool hasHadItsTurn();
    Task<> waitForTurn();
    Task<> answerUnread(RequestReader::Unreadable why);
    Task<> linger();
    [[nodiscard]] bool goesOn() const { return !m_isFinishing && m_reader.keepsAlive(); }

    Server &m_server;
    TimedSocket m_socket;
    RequestReader m_reader;
    ResponseWriter m_writer;
    Stage m_stage = Stage::idle;
    int m_unwaited = 0; ///< Requests that came without waiting for answers, since the latest turn.
    bool m_isFinishing = false;
};

} // namespace pult::service
