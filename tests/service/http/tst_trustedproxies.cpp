// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/trustedproxies.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TrustedProxies trusting(std::initializer_list<std::string_view> networks)
{
    TrustedProxies proxies;
    for (const std::string_view network : networks)
        EXPECT_TRUE(proxies.add(network)) << network;
    return proxies;
}

TEST(TrustedProxies, OnlyATrustedPeerSpeaksForOthers)
{
    const TrustedProxies proxies = trusting({"10.0.0.0/8", "192.0.2.1", "2001:db8::/32"});
    EXPECT_EQ(proxies.clientOf("10.1.2.3", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("192.0.2.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("192.0.2.2", "203.0.113.9"), "192.0.2.2");
    EXPECT_EQ(proxies.clientOf("2001:db8::7", "2001:DB9::1"), "2001:db9::1");
    EXPECT_EQ(proxies.clientOf("::ffff:10.1.2.3", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("10.1.2.3", ""), "10.1.2.3");
}

TEST(TrustedProxies, TheLastAddressThatIsNotTrustedCounts)
{
    const TrustedProxies proxies = trusting({"10.0.0.0/8"});
    EXPECT_EQ(proxies.clientOf("10.0.0.1", "1.2.3.4, 203.0.113.9 ,\t10.0.0.2"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("10.0.0.1", "10.0.0.3, 10.0.0.2"), "10.0.0.3");
    EXPECT_EQ(proxies.clientOf("10.0.0.1", "nonsense, 10.0.0.2"), "10.0.0.2");
    EXPECT_EQ(proxies.clientOf("10.0.0.1", ",,"), "10.0.0.1");
}

TEST(TrustedProxies, WhatIsNoNetworkIsRefused)
{
    TrustedProxies proxies;
    for (const char *wrong :
        {"", "everybody", "10.0.0.0/33", "10.0.0.0/-1", "2001:db8::/129", "/8"})
        EXPECT_FALSE(proxies.add(wrong)) << wrong;
    EXPECT_TRUE(proxies.isEmpty());
}

} // namespace
} // namespace pult::service
