// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/backoff.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TEST(Backoff, DoublesUpToItsLimit)
{
    const Backoff backoff{Seconds(1), Seconds(60), 0};
    std::mt19937_64 random;
    EXPECT_EQ(backoff.delayAfter(1, random), Seconds(1));
    EXPECT_EQ(backoff.delayAfter(2, random), Seconds(2));
    EXPECT_EQ(backoff.delayAfter(5, random), Seconds(16));
    EXPECT_EQ(backoff.delayAfter(1000, random), Seconds(60));
}

TEST(Backoff, JitterSpreadsWithinItsShare)
{
    const Backoff backoff{Seconds(10), Seconds(60), 0.2};
    std::mt19937_64 random(1);
    Seconds least(100);
    Seconds most(0);
    for (int i = 0; i < 1000; ++i) {
        const Seconds delay = backoff.delayAfter(1, random);
        least = std::min(least, delay);
        most = std::max(most, delay);
    }
    EXPECT_GE(least, Seconds(8));
    EXPECT_LT(least, Seconds(8.2));
    EXPECT_LE(most, Seconds(12));
    EXPECT_GT(most, Seconds(11.8));
}

} // namespace
} // namespace pult::service
