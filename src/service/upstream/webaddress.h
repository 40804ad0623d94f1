// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"

namespace pult::service {

/// Where a URL leads. A value.
struct WebAddress {
    bool isSecure = true; ///< https, else http.
    std::string host; ///< Lower case; an IPv6 address in brackets.
    std::uint16_t port = 443;
    bool operator==(const WebAddress &) const = default;

    /// "api.example.com", "[::1]:8000": the port only where it is not the scheme's own.
    [[nodiscard]] std::string authority() const;
    /// "127.0.0.1", "[::1]", "localhost".
    [[nodiscard]] bool isLoopback() const;
};

/// Only http and https, without a user's name. Errors: invalidArgument.
[[nodiscard]] Result<WebAddress> parseWebAddress(const std::string &url);

} // namespace pult::service
