// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/beast/core/flat_buffer.hpp>

#include "service/config/liveconfig.h"
#include "service/http/requestparser.h"
#include "service/http/timedsocket.h"

namespace pult::service {

/// Reads the requests of one connection, one after the other, within the limits of size and time.
/// On the thread of its socket. Socket and config must outlive it.
class RequestReader {
public:
    /// Why reading ended: nothing to answer (the peer is gone, quiet for too long), or a problem.
    struct Unreadable {
        std::optional<Response> answer{};
    };
    template <class T>
    using Read = tl::expected<T, Unreadable>;

    RequestReader(TimedSocket &socket, const LiveConfig &config);

    /// Until the first bytes of a request are here; false when none come in time.
    Task<bool> waitForBytes();
    /// The request when all of it is here, as nearly every one is; else nothing, and read() waits
    /// for the rest.
    [[nodiscard]] std::optional<Read<Request>> tryRead();
    Task<Read<Request>> read();
    /// Whether bytes behind that request are here already: the client did not wait for its answer.
    [[nodiscard]] bool hasMore() const { return m_buffer.size() > 0; }
    /// Whether the client wants to send more behind the request that was read.
    [[nodiscard]] bool keepsAlive() const { return m_keepsAlive; }

private:
    [[nodiscard]] std::string_view buffered() const;
    /// Its end included; empty while it is not all here.
    [[nodiscard]] std::string_view head() const;
    [[nodiscard]] bool isTls() const;
    Task<Read<void>> readHead(const Settings &settings);
    Read<Request> parseHead(RequestParser &parser, std::string_view text, const Settings &settings);
    Read<void> parseBody(RequestParser &parser);
    Task<Read<void>> readBody(
        RequestParser &parser, const Headers &headers, const Settings &settings);
    [[nodiscard]] Unreadable whyUnreadable(const boost::system::error_code &error) const;

    TimedSocket &m_socket;
    const LiveConfig &m_config;
    boost::beast::flat_buffer m_buffer;
    std::string m_address;
    bool m_isFirst = true;
    bool m_keepsAlive = true;
};

} // namespace pult::service
