// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/webaddress.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TEST(WebAddress, ThePortIsSaidOnlyWhereItIsNotTheUsualOne)
{
    EXPECT_EQ(parseWebAddress("https://API.example.com/v1")->authority(), "api.example.com");
    EXPECT_EQ(parseWebAddress("https://api.example.com:443")->authority(), "api.example.com");
    EXPECT_EQ(parseWebAddress("http://api.example.com")->authority(), "api.example.com");
    EXPECT_EQ(parseWebAddress("http://api.example.com:443")->authority(), "api.example.com:443");
    EXPECT_EQ(parseWebAddress("https://gpu:8000/")->authority(), "gpu:8000");
    EXPECT_EQ(parseWebAddress("http://[::1]:8000/")->authority(), "[::1]:8000");
}

TEST(WebAddress, OnlyTheWebAndNoUserIsTaken)
{
    for (const char *url :
        {"", "api.example.com", "file:///etc/passwd", "ftp://example.com/", "https://",
            "https://user@example.com/", "https://user:word@example.com/", "http://exa mple.com/"})
        EXPECT_FALSE(parseWebAddress(url)) << url;
}

TEST(WebAddress, ANameHasNothingInItThatIsNoneOfNames)
{
    for (const char *url : {"https://a%7fb", "https://a%2e%2e%2fb", "https://ex ample.com",
             "https://пример.рф", "https://\xdb.example.com"})
        EXPECT_FALSE(parseWebAddress(url)) << url;
    EXPECT_TRUE(parseWebAddress("https://xn--e1afmkfd.xn--p1ai/v1"));
    EXPECT_EQ(parseWebAddress("http://[2001:DB8::7]:90")->host, "[2001:db8::7]");
}

TEST(WebAddress, KnowsThisMachine)
{
    EXPECT_TRUE(parseWebAddress("http://localhost:1")->isLoopback());
    EXPECT_TRUE(parseWebAddress("http://127.0.0.1:1")->isLoopback());
    EXPECT_TRUE(parseWebAddress("http://[::1]:1")->isLoopback());
    EXPECT_FALSE(parseWebAddress("http://128.0.0.1:1")->isLoopback());
}

} // namespace
} // namespace pult::service
