// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/error.h"
#include "service/runtime/task.h"

namespace pult::service {

struct HttpAnswer {
    unsigned status = 0;
    std::string body;
};

/// A client's connection to a service, opened for the first call. One call at a time, on one
/// executor.
class HttpCaller {
public:
    HttpCaller(const boost::asio::any_io_executor &executor, boost::asio::ip::tcp::endpoint service,
        const std::string &token);
    ~HttpCaller();

    /// Errors: unavailable (the connection failed; the next call opens a new one).
    [[nodiscard]] Task<Result<HttpAnswer>> get(const std::string &target);
    [[nodiscard]] Task<Result<HttpAnswer>> post(const std::string &target, std::string json);

private:
    class Wire;
    std::unique_ptr<Wire> m_wire;
};

} // namespace pult::service
