// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/trustedproxies.h"

#include <algorithm>

#include <boost/asio/ip/address.hpp>

namespace pult::service {

namespace {

namespace ip = boost::asio::ip;

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <class Address, class Network>
bool holds(const std::vector<Network> &networks, const Address &address)
{
    return std::ranges::any_of(networks, [&](const Network &network) {
        return Network(address, network.prefix_length()).network() == network.network();
    });
}

} // namespace

Result<void> TrustedProxies::add(std::string_view network)
{
    const bool isAlone = network.find('/') == std::string_view::npos;
    const bool isV6 = network.find(':') != std::string_view::npos;
    std::string text(network);
    if (isAlone)
        text += isV6 ? "/128" : "/32";
    boost::system::error_code error;
    if (isV6) {
        if (const auto made = ip::make_network_v6(text, error); !error)
            m_v6.push_back(made);
    } else if (const auto made = ip::make_network_v4(text, error); !error) {
        m_v4.push_back(made);
    }
    if (error)
        return fail(ErrorCode::invalidArgument,
            "\"" + std::string(network)
                + "\" is neither an address nor a network such as 10.0.0.0/8");
    return {};
}

bool TrustedProxies::trusts(std::string_view text) const
{
    boost::system::error_code error;
    const auto address = ip::make_address(std::string(text), error);
    if (error)
        return false;
    if (address.is_v4())
        return holds(m_v4, address.to_v4());
    if (address.to_v6().is_v4_mapped())
        return holds(m_v4, ip::make_address_v4(ip::v4_mapped, address.to_v6()));
    return holds(m_v6, address.to_v6());
}

std::string TrustedProxies::clientOf(const std::string &peer, std::string_view forwardedFor) const
{
    std::string client = peer;
    while (!forwardedFor.empty() && trusts(client)) {
        const std::size_t comma = forwardedFor.rfind(',');
        const std::string_view said = trimmed(
            comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        boost::system::error_code error;
        const auto address = ip::make_address(std::string(said), error);
        if (error)
            break; // No address: as far as it can be followed.
        client = address.to_string();
        forwardedFor =
            comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
    }
    return client;
}

} // namespace pult::service
