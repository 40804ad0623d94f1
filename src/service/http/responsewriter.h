// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_suffix.hpp>

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
    /// Answers whether all was sent. `head`: for a HEAD request.
    Task<bool> write(Response response, Part part, KeepAlive keepAlive);

private:
    using Parts = boost::beast::buffers_suffix<std::array<boost::asio::const_buffer, 2>>;

    [[nodiscard]] static Parts partsOf(std::string_view head, std::string_view body = {});
    [[nodiscard]] bool sendNow(Parts &parts);
    Task<bool> send(Parts parts);
    Task<bool> sendFile(FileSpan &span);
    Task<bool> sendStream(BodyStream &stream);

    TimedSocket &m_socket;
    const Clock &m_clock;
    HttpDate m_date;
    std::string m_head; ///< Kept for its memory.
};

} // namespace pult::service
