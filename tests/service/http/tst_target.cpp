// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/target.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using Segments = std::vector<std::string>;

TEST(Target, IsTakenApartAndDecoded)
{
    const auto target = parseTarget("/api/v1%2fx/%D0%BA?a=1&b=%20&a=2&c&=d");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (Segments{"api", "v1/x", "к"}));
    EXPECT_EQ(target->parameter("a"), "1");
    EXPECT_EQ(target->parameter("b"), " ");
    EXPECT_EQ(target->parameter("c"), "");
    EXPECT_FALSE(target->parameter("d"));
}

TEST(Target, TheAbsoluteFormLosesItsHost)
{
    EXPECT_EQ(parseTarget("http://host:80/a/b?c=d")->segments, (Segments{"a", "b"}));
    EXPECT_EQ(parseTarget("https://host")->segments, Segments{});
    EXPECT_EQ(parseTarget("/")->segments, Segments{});
}

TEST(Target, TakesAnyCharacter)
{
    EXPECT_EQ(parseTarget("/%d0%ba%d0%be%d1%82/%ef%bf%bf/%f4%8f%bf%bf")->segments,
        (Segments{"кот", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"}));
}

TEST(Target, RefusesWhatIsNoPath)
{
    for (const char *text : {"", "*", "a/b", "host:443", "/%", "/%4", "/%zz", "/%00", "/%ff",
             "/%c0%af", "/%ed%a0%80", "/%f4%90%80%80", "/a?b=%e2%82", "/a?%zz=1", "/%+1"})
        EXPECT_FALSE(parseTarget(text)) << text;
}

} // namespace
} // namespace pult::service
