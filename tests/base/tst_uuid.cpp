// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uuid.h"

#include <gtest/gtest.h>

namespace pult {
namespace {

const WallTime kMoment{std::chrono::milliseconds(0x0123'4567'89ab)};

TEST(Uuid, CarriesTheMillisecondVersionAndVariant)
{
    const std::string text = toString(makeUuid(kMoment + std::chrono::hours(24)));
    ASSERT_EQ(text.size(), 36U);
    EXPECT_EQ(text.substr(0, 8), "01234a8d");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
}

TEST(Uuid, IdsMadeLaterSortLaterEvenWithinOneMillisecondAndWhenTheClockStepsBack)
{
    const WallTime now = kMoment + std::chrono::hours(48);
    Uuid last = makeUuid(now);
    for (int i = 0; i < 10'000; ++i) {
        const Uuid next = makeUuid(now - std::chrono::milliseconds(i % 3));
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(Uuid, TextAndBytesAgreeBothWays)
{
    const Uuid uuid = makeUuid(kMoment);
    EXPECT_EQ(parseUuid(toString(uuid)), uuid);
    EXPECT_FALSE(parseUuid("01234567-89ab-7cde-8f01-23456789abcg"));
    EXPECT_FALSE(parseUuid("0123456789ab7cde8f0123456789abcd"));
    EXPECT_FALSE(parseUuid(""));
}

} // namespace
} // namespace pult
