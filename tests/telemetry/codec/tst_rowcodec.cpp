// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/rowcodec.h"

#include <cmath>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

constexpr WallTime kAt{std::chrono::milliseconds(1'800'000'000'123)};
const std::vector<double> kBefore{1, NAN, 3, -0.0, 5, 6, 7, 8, 9};

TEST(RowCodec, AWholeRowComesBack)
{
    Bytes bytes;
    packWholeRow(kAt, std::vector{1.5, -0.0}, bytes);
    const auto row = unpackRow(bytes, {});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->at, kAt);
    EXPECT_EQ(row->values, (std::vector{1.5, 0.0}));
    EXPECT_TRUE(std::signbit(row->values[1]));
}

TEST(RowCodec, ChangesCostWhatChanges)
{
    std::vector<double> values = kBefore;
    values[1] = 2;
    values[3] = 0.0;
    values[8] = NAN;
    Bytes bytes;
    packRowChanges(kAt, values, kBefore, bytes);
    EXPECT_EQ(bytes.size(), 8U + 4U + 1U + 2U + 3U * 8U);
    const auto row = unpackRow(bytes, kBefore);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->values[1], 2);
    EXPECT_FALSE(std::signbit(row->values[3]));
    EXPECT_TRUE(std::isnan(row->values[8]));
    EXPECT_EQ(row->values[7], 8);
}

TEST(RowCodec, ChangesWithoutTheRowBeforeAreNone)
{
    Bytes bytes;
    packRowChanges(kAt, kBefore, kBefore, bytes);
    EXPECT_TRUE(unpackRow(bytes, kBefore));
    EXPECT_FALSE(unpackRow(bytes, {}));
}

TEST(RowCodec, WhatIsCutShortOrTooLongIsNoRow)
{
    for (const bool isWhole : {true, false}) {
        Bytes bytes;
        std::vector<double> values = kBefore;
        values[4] = 44;
        if (isWhole)
            packWholeRow(kAt, values, bytes);
        else
            packRowChanges(kAt, values, kBefore, bytes);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            EXPECT_FALSE(unpackRow(std::span(bytes).first(size), kBefore)) << size;
        bytes.push_back(0);
        EXPECT_FALSE(unpackRow(bytes, kBefore));
    }
}

} // namespace
} // namespace pult::telemetry
