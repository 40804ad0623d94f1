// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/tokenbucket.h"

#include <random>

#include <gtest/gtest.h>

namespace pult::service {
namespace {

constexpr SteadyTime kStart{std::chrono::hours(1)};

SteadyTime after(double seconds)
{
    return kStart + std::chrono::duration_cast<SteadyTime::duration>(Seconds(seconds));
}

TEST(TokenBucket, StartsFullAndFillsAtItsRate)
{
    const BucketRate rate{2, 3};
    TokenBucket bucket;
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(bucket.tokens(rate, kStart), 3 - i);
        bucket.take(rate, kStart);
    }
    EXPECT_EQ(bucket.tokens(rate, kStart), 0);
    EXPECT_EQ(bucket.timeToToken(rate, kStart), std::chrono::milliseconds(500));
    EXPECT_EQ(bucket.timeToFull(kStart), std::chrono::milliseconds(1500));
    EXPECT_EQ(bucket.tokens(rate, after(0.499)), 0);
    EXPECT_EQ(bucket.tokens(rate, after(0.5)), 1);
    EXPECT_EQ(bucket.tokens(rate, after(100)), 3) << "no more than the burst";
}

/// In every span of t seconds at most rate × t + burst, whatever the times of asking.
TEST(TokenBucket, NeverAdmitsMoreThanRateTimesTimePlusBurst)
{
    std::mt19937 random(7);
    using Rate = std::pair<double, std::int64_t>;
    for (const auto &[perSecond, burst] : {Rate{3, 1}, Rate{0.05, 3}, Rate{7.3, 40}}) {
        const BucketRate rate{perSecond, burst};
        TokenBucket bucket;
        std::uniform_real_distribution<double> step(0, 0.6 / perSecond);
        std::vector<double> admitted;
        for (double at = 0; at < 300 / perSecond; at += step(random)) {
            if (bucket.tokens(rate, after(at)) == 0)
                continue;
            bucket.take(rate, after(at));
            admitted.push_back(at);
        }
        for (std::size_t i = 0; i < admitted.size(); ++i)
            for (std::size_t j = i; j < admitted.size(); ++j)
                ASSERT_LE(static_cast<double>(j - i + 1),
                    perSecond * (admitted[j] - admitted[i]) + static_cast<double>(burst) + 1e-6);
        EXPECT_GE(admitted.size(), 200U) << "nor much less";
    }
}

TEST(TokenBucket, WhatIsUsedUpStaysUsedUpWhenTheRateChanges)
{
    const BucketRate slow{3.0 / 60, 3};
    const BucketRate fast{10.0 / 60, 10};
    TokenBucket bucket;
    for (int i = 0; i < 3; ++i)
        bucket.take(slow, kStart);
    bucket.changeRate(slow, fast, kStart);
    EXPECT_EQ(bucket.tokens(fast, kStart), 7);
    bucket.changeRate(fast, BucketRate{1, 2}, kStart);
    EXPECT_EQ(bucket.tokens(BucketRate{1, 2}, kStart), 0);
    EXPECT_EQ(bucket.timeToFull(kStart), std::chrono::seconds(2));
}

} // namespace
} // namespace pult::service
