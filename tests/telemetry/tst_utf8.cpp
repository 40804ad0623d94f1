// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/utf8.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

TEST(Utf8, AcceptsEveryLength)
{
    for (const char *text : {"", "plain", "кот", "€", "\xf0\x9f\x90\x88", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(isUtf8(text)) << text;
}

TEST(Utf8, RefusesWhatRfc3629Does)
{
    for (const char *text :
        {"\x80", "\xc3", "\xc3(", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xe2\x82",
            "\xe2\x28\xa1", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"})
        EXPECT_FALSE(isUtf8(text));
}

} // namespace
} // namespace pult::telemetry
