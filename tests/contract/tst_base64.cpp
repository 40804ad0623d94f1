// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/base64.h"

#include <gtest/gtest.h>

namespace pult::contract {
namespace {

TEST(Base64, TheVectorsOfTheStandardGoBothWays)
{
    for (const auto &[bytes, text] : std::initializer_list<std::pair<const char *, const char *>>{
             {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="},
             {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
}

TEST(Base64, EveryByteComesBack)
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    EXPECT_EQ(fromBase64(toBase64(bytes)), bytes);
}

TEST(Base64, WhatIsNotBase64IsRefused)
{
    for (const char *text :
        {"Zg", "Zg=", "Z===", "====", "Zm9v\n", "Zm 9v", "Zm9-", "Zm=v", "Zh=="})
        EXPECT_FALSE(fromBase64(text)) << text;
}

TEST(Base64, WhatOthersWriteIsRead)
{
    for (const char *text : {"+/+/Zm8=", "-_-_Zm8=", "-_-_Zm8", "+/+/\r\nZm8=\n", "+/ +/\tZm 8"})
        EXPECT_EQ(fromAnyBase64(text), "\xfb\xff\xbf\x66\x6f") << text;
    EXPECT_EQ(fromAnyBase64("").value(), "");
    for (const char *text : {"Zm9v!", "Z", "Zg=a"})
        EXPECT_FALSE(fromAnyBase64(text)) << text;
}

} // namespace
} // namespace pult::contract
