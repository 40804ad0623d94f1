// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "service/http/message.h"
#include "service/http/timedsocket.h"
#include "service/http/wirehead.h"

namespace pult::service {

/// Writes the answers of one connection, each step within a limit of time, so that a client that
/// does not read is dropped. On the strand of its socket. Socket and clock must outlive it.
class ResponseWriter {
public:
    ResponseWriter(TimedSocket &socket, const Clock &clock);

    enum class Part { head, whole };
    /// Answers whether all was sent. `head`: for a HEAD request.
    Task<bool> write(Response response, Part part, KeepAlive keepAlive);

private:
    Task<bool> send(std::string_view head, std::string_view body);
    Task<bool> sendFile(FileSpan &span);
    Task<bool> sendStream(BodyStream &stream);

    TimedSocket &m_socket;
    const Clock &m_clock;
};

} // namespace pult::service
