// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/walltime.h"

#include <gtest/gtest.h>

namespace pult {
namespace {

TEST(WallTime, TextIsUtcWithMilliseconds)
{
    EXPECT_EQ(toString(WallTime(std::chrono::milliseconds(0))), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(toString(*parseWallTime("2026-11-21T08:05:09.5+03:00")), "2026-11-21T05:05:09.500Z");
    EXPECT_EQ(toString(*parseWallTime("0099-12-31T23:59:59.999Z")), "0099-12-31T23:59:59.999Z");
}

TEST(WallTime, YearsInTextHaveFourDigits)
{
    constexpr WallTime farFuture(std::chrono::sys_days(std::chrono::year(12'345) / 6 / 7));
    EXPECT_EQ(toString(farFuture), "9999-06-07T00:00:00.000Z");
}

TEST(WallTime, NothingEverTookLessThanNoTime)
{
    const WallTime noon(std::chrono::hours(12));
    EXPECT_EQ(secondsBetween(noon, noon + std::chrono::milliseconds(1500)), Seconds(1.5));
    EXPECT_EQ(secondsBetween(noon, noon - std::chrono::hours(5)), Seconds(0));
}

TEST(WallTime, RefusesWhatIsNotATime)
{
    for (const char *text : {"", "now", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
             "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00Zx",
             "2026-01-01T00:00:00.Z", "-026-01-01T00:00:00Z"})
        EXPECT_FALSE(parseWallTime(text)) << text;
}

} // namespace
} // namespace pult
