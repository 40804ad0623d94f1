// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/publicaddress.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>

namespace pult::service {
namespace {

bool isPublic(const std::string &text)
{
    sockaddr_storage storage{};
    auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
    if (inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1)
        storage.ss_family = AF_INET;
    else if (inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1)
        storage.ss_family = AF_INET6;
    return isPublicAddress(reinterpret_cast<const sockaddr &>(storage));
}

TEST(PublicAddress, TheOpenInternetIsPublic)
{
    for (const char *address : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.128.0.0", "172.32.0.1",
             "192.167.1.1", "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8"})
        EXPECT_TRUE(isPublic(address)) << address;
}

TEST(PublicAddress, NothingThatLeadsInsideIs)
{
    for (const char *address : {"0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9",
             "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "198.19.0.1",
             "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fd00::1", "ff02::1",
             "::ffff:127.0.0.1", "::ffff:10.1.1.1", "2002:7f00:1::", "64:ff9b::7f00:1"})
        EXPECT_FALSE(isPublic(address)) << address;
}

} // namespace
} // namespace pult::service
