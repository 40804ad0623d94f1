// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr double kGone = NAN;

double rateOf(const std::vector<std::pair<int, double>> &rows, int from, int to)
{
    SeriesStore store({});
    for (const auto &[second, value] : rows)
        store.append(WallTime(seconds(second)), std::vector{value});
    return rate(store, 0, WallTime(seconds(from)), WallTime(seconds(to)));
}

TEST(Rate, IsGrowthByTime)
{
    EXPECT_DOUBLE_EQ(rateOf({{0, 10}, {1, 12}, {2, 12}, {4, 30}}, 0, 4), 5);
    EXPECT_DOUBLE_EQ(rateOf({{0, 10}, {1, 12}, {2, 12}, {4, 30}}, 1, 2), 0);
}

TEST(Rate, ARestartCountsFromZero)
{
    EXPECT_DOUBLE_EQ(rateOf({{0, 100}, {1, 110}, {2, 4}, {3, 6}}, 0, 3), 16.0 / 3);
}

TEST(Rate, ASeriesBornInTheWindowCountsFromZero)
{
    EXPECT_DOUBLE_EQ(rateOf({{0, kGone}, {1, kGone}, {2, 6}}, 0, 2), 3);
}

TEST(Rate, ASeriesSeenFirstMayHaveAnyPast)
{
    EXPECT_DOUBLE_EQ(rateOf({{0, 1000}, {1, 1001}}, 0, 1), 1);
}

TEST(Rate, AGapIsBridged)
{
    EXPECT_DOUBLE_EQ(rateOf({{0, 10}, {10, 30}}, 0, 10), 2);
    EXPECT_DOUBLE_EQ(rateOf({{0, 10}, {1, kGone}, {2, 30}}, 0, 2), 10);
}

TEST(Rate, HasNoAnswerWithoutTwoRowsOrANewestValue)
{
    EXPECT_TRUE(std::isnan(rateOf({}, 0, 10)));
    EXPECT_TRUE(std::isnan(rateOf({{0, 10}}, 0, 10)));
    EXPECT_TRUE(std::isnan(rateOf({{0, 10}, {1, 12}, {2, kGone}}, 0, 2)));
    EXPECT_TRUE(std::isnan(rateOf({{0, 10}, {20, 12}}, 10, 20)));
}

} // namespace
} // namespace pult::telemetry
