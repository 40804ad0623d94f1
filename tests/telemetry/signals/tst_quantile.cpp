// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {
namespace {

double quantileOf(double part, std::vector<Bucket> buckets)
{
    return quantile(part, buckets);
}

const std::vector<Bucket> kHundred{{0.1, 50}, {0.2, 90}, {0.5, 99}, {INFINITY, 100}};

TEST(Quantile, InterpolatesWithinItsBucket)
{
    EXPECT_DOUBLE_EQ(quantileOf(0.25, kHundred), 0.05);
    EXPECT_DOUBLE_EQ(quantileOf(0.5, kHundred), 0.1);
    EXPECT_DOUBLE_EQ(quantileOf(0.7, kHundred), 0.15);
    EXPECT_DOUBLE_EQ(quantileOf(0.95, kHundred), 0.2 + 0.3 * 5 / 9);
}

TEST(Quantile, BeyondTheLastBoundIsThatBound)
{
    EXPECT_DOUBLE_EQ(quantileOf(0.995, kHundred), 0.5);
    EXPECT_DOUBLE_EQ(quantileOf(0.5, {{1, 0}, {INFINITY, 7}}), 1);
}

TEST(Quantile, EmptyBucketsAreSkipped)
{
    EXPECT_DOUBLE_EQ(quantileOf(0.5, {{1, 0}, {2, 0}, {4, 10}, {INFINITY, 10}}), 3);
}

TEST(Quantile, ALowestBoundAtOrBelowZeroIsTaken)
{
    EXPECT_DOUBLE_EQ(quantileOf(0.1, {{-1, 5}, {1, 10}, {INFINITY, 10}}), -1);
}

TEST(Quantile, HasNoAnswerWithoutObservationsOrBounds)
{
    EXPECT_TRUE(std::isnan(quantileOf(0.5, {})));
    EXPECT_TRUE(std::isnan(quantileOf(0.5, {{INFINITY, 10}})));
    EXPECT_TRUE(std::isnan(quantileOf(0.5, {{1, 0}, {INFINITY, 0}})));
    EXPECT_TRUE(std::isnan(quantileOf(0.5, {{1, 1}, {2, 2}})));
}

} // namespace
} // namespace pult::telemetry
