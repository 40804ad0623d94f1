// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/utf8.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TEST(Utf8, TakesWhatIsWellFormed)
{
    for (const char *text :
        {"", "plain", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
            "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "кот 猫 🐈"})
        EXPECT_TRUE(isUtf8(text)) << text;
}

TEST(Utf8, RefusesOverlongSurrogatesCutAndStrayBytes)
{
    for (const char *text : {"\x80", "\xbf", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80",
             "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff",
             "\xc2", "\xe2\x82", "\xf0\x9f\x90", "a\xc3 b"})
        EXPECT_FALSE(isUtf8(text));
}

} // namespace
} // namespace pult::service
