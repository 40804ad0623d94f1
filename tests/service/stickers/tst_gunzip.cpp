// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/gunzip.h"

#include <gtest/gtest.h>

#include "support/tgsfile.h"

namespace pult::service {
namespace {

constexpr std::size_t kMost = 8U << 20U;

TEST(Gunzip, WhatWasPackedComesBack)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{300'000}, kMost}) {
        const std::string content(size, 'x');
        EXPECT_EQ(gunzip(test::gzipped(content), kMost), content) << size;
    }
}

TEST(Gunzip, ABombStopsAtTheBound)
{
    const std::string bomb = test::gzipped(std::string(32U << 20U, '\0'));
    EXPECT_LT(bomb.size(), 300'000U) << "small enough to be sent";
    const auto unpacked = gunzip(bomb, kMost);
    ASSERT_FALSE(unpacked);
    EXPECT_EQ(unpacked.error().code, ErrorCode::tooLarge);
    EXPECT_EQ(unpacked.error().detail, "The TGS file expands to more than 8 MiB");
}

TEST(Gunzip, OneByteTooManyIsTooMany)
{
    EXPECT_EQ(gunzip(test::gzipped(std::string(kMost + 1, 'x')), kMost).error().code,
        ErrorCode::tooLarge);
}

TEST(Gunzip, ACutFileIsRefusedWhereverItIsCut)
{
    const std::string file = test::gzipped("a sticker that is long enough to be cut anywhere");
    for (std::size_t size = 0; size < file.size(); ++size) {
        const auto unpacked = gunzip(std::string_view(file).substr(0, size), kMost);
        ASSERT_FALSE(unpacked) << size;
        EXPECT_NE(unpacked.error().detail.find("cut off"), std::string::npos) << size;
    }
}

TEST(Gunzip, DamageIsNoticed)
{
    std::string file = test::gzipped(std::string(1000, 'x') + "a sticker");
    file[file.size() - 6] = static_cast<char>(file[file.size() - 6] ^ 1); // Of the checksum.
    EXPECT_NE(gunzip(file, kMost).error().detail.find("damaged"), std::string::npos);
    EXPECT_NE(gunzip("no gzip at all", kMost).error().detail.find("damaged"), std::string::npos);
    EXPECT_NE(gunzip(test::gzipped("x") + "more", kMost).error().detail.find("behind its end"),
        std::string::npos);
}

} // namespace
} // namespace pult::service
