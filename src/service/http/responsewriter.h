// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "service/http/httpdate.h"
#include "service/http/message.h"
#include "service/http/timedsocket.h"
#include "service/http/wirehead.h"

namespace pult::service {

/// Writes the answers of one connection, each step within a limit of time, so that a client that
/// does not read is dropped. On the thread of its socket. Socket and clock must outlive it.
class ResponseWriter {
public:
    ResponseWriter(TimedSocket &socket, const Clock &clock);

    enum class Part { head, whole };
    /// Sends what the system takes without waiting, of nearly every answer all. Whether all was
    /// sent; nothing while there is a rest, which is for writeRest(). `head`: for a HEAD request.
    [[nodiscard]] std::optional<bool> tryWrite(
        const Response &response, Part part, KeepAlive keepAlive);
    /// Of the same response. Answers whether all was sent.
    Task<bool> writeRest(Response &response);

private:
    Task<bool> send(std::string_view text, std::chrono::seconds time);
    Task<bool> sendFile(FileSpan &span);
    Task<bool> sendStream(BodyStream &stream);

    TimedSocket &m_socket;
    const Clock &m_clock;
    HttpDate m_date;
    std::string m_text; ///< Head and a small body; kept for its memory.
    std::string_view m_unsent; ///< Of the text.
    bool m_endsWithText = true;
};

} // namespace pult::service
