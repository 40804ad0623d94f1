// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/publicaddress.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace pult::service {

namespace {

struct Network {
    std::uint32_t prefix;
    int bits;
};

constexpr std::array kSpecialNetworks{
    Network{0x0000'0000, 8}, // this network
    Network{0x0a00'0000, 8}, // private
    Network{0x6440'0000, 10}, // shared by carriers
    Network{0x7f00'0000, 8}, // loopback
    Network{0xa9fe'0000, 16}, // link-local, where clouds keep their metadata
    Network{0xac10'0000, 12}, // private
    Network{0xc000'0000, 24}, // protocol assignments
    Network{0xc0a8'0000, 16}, // private
    Network{0xc612'0000, 15}, // benchmarks
    Network{0xe000'0000, 3}, // multicast and reserved
};

bool isPublicV4(std::uint32_t address)
{
    return std::ranges::none_of(kSpecialNetworks, [address](const Network &network) {
        return (address ^ network.prefix) >> (32 - network.bits) == 0;
    });
}

std::uint32_t wordAt(const in6_addr &address, std::size_t byte)
{
    std::uint32_t word = 0;
    std::memcpy(&word, address.s6_addr + byte, sizeof word);
    return ntohl(word);
}

bool isPublicV6(const in6_addr &address)
{
    if (IN6_IS_ADDR_V4MAPPED(&address))
        return isPublicV4(wordAt(address, 12));
    constexpr std::uint32_t kSixToFour = 0x2002; // Holds an IPv4 address.
    const std::uint32_t first = wordAt(address, 0);
    return first >> 29 == 1 && first >> 16 != kSixToFour;
}

} // namespace

bool isPublicAddress(const sockaddr &address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in known{};
        std::memcpy(&known, &address, sizeof known);
        return isPublicV4(ntohl(known.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 known{};
        std::memcpy(&known, &address, sizeof known);
        return isPublicV6(known.sin6_addr);
    }
    return false;
}

} // namespace pult::service
