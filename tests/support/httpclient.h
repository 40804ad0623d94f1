// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "contract/codec.h"

namespace pult::test {

struct HttpReply {
    unsigned status = 0; ///< 0: no answer came.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    /// Of any case; "" when there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
    /// Null when the body is no JSON.
    [[nodiscard]] boost::json::value json() const;
};

/// One blocking connection to a service on 127.0.0.1, opened when needed. Every step gives up after
/// ten seconds. Not locked.
class HttpClient {
public:
    using Headers = std::vector<std::pair<std::string, std::string>>;

    explicit HttpClient(std::uint16_t port, std::string token = {});
    ~HttpClient();
    HttpClient(HttpClient &&other) noexcept;

    HttpReply get(const std::string &target, const Headers &headers = {});
    HttpReply post(const std::string &target, const std::string &json, const Headers &headers = {});
    HttpReply send(const std::string &method, const std::string &target, const std::string &body,
        const Headers &headers);

private:
    class Wire;
    std::unique_ptr<Wire> m_wire;
    std::string m_token;
};

/// A connection on which anything can be written.
class RawConnection {
public:
    explicit RawConnection(std::uint16_t port);
    ~RawConnection();

    /// Answers whether all was taken.
    bool write(const std::string &bytes);
    /// No more will be written.
    void finishWriting();
    /// Until the text has come or the peer has closed; everything read so far.
    const std::string &readUntil(const std::string &text);
    /// Until the peer closes; everything read so far.
    const std::string &readAll();

private:
    class Wire;
    std::unique_ptr<Wire> m_wire;
};

} // namespace pult::test
