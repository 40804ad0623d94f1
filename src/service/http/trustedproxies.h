// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "base/error.h"

namespace pult::service {

/// The reverse proxies whose word counts when they say whom they speak for. Any thread, once
/// filled.
class TrustedProxies {
public:
    /// "192.0.2.1", "10.0.0.0/8", "2001:db8::/32". Errors: invalidArgument.
    [[nodiscard]] Result<void> add(std::string_view network);
    [[nodiscard]] bool isEmpty() const { return m_v4.empty() && m_v6.empty(); }

    /// Who really asks: the peer, or when that is trusted the last address of X-Forwarded-For that
    /// is not; what stands before it anybody could have written.
    [[nodiscard]] std::string clientOf(
        const std::string &peer, std::string_view forwardedFor) const;

private:
    [[nodiscard]] bool trusts(std::string_view address) const;

    std::vector<boost::asio::ip::network_v4> m_v4;
    std::vector<boost::asio::ip::network_v6> m_v6;
};

} // namespace pult::service
