// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr double kGone = NAN;

double slopeOf(const std::vector<double> &values)
{
    SeriesStore store({});
    const WallTime start{seconds(1'800'000'000)};
    for (std::size_t i = 0; i < values.size(); ++i)
        store.append(start + seconds(i), std::span(&values[i], 1));
    return derivative(store, 0, start, start + seconds(values.size()));
}

TEST(Derivative, IsTheSlopeOfAStraightLine)
{
    EXPECT_DOUBLE_EQ(slopeOf({5, 3, 1, -1}), -2);
    EXPECT_DOUBLE_EQ(slopeOf({7, 7, 7}), 0);
}

TEST(Derivative, IsThatOfTheLeastSquaresOtherwise)
{
    EXPECT_DOUBLE_EQ(slopeOf({0, 2, 1, 3}), 0.8);
}

TEST(Derivative, LeavesOutWhatIsMissing)
{
    EXPECT_DOUBLE_EQ(slopeOf({0, kGone, 2, 3}), 1);
}

TEST(Derivative, HasNoAnswerWithoutTwoRowsOrANewestValue)
{
    EXPECT_TRUE(std::isnan(slopeOf({1})));
    EXPECT_TRUE(std::isnan(slopeOf({kGone, 1})));
    EXPECT_TRUE(std::isnan(slopeOf({1, 2, kGone})));
}

} // namespace
} // namespace pult::telemetry
