// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/ratelimiter.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

using contract::Kind;

RateLimitSettings settings()
{
    RateLimitSettings settings;
    settings.general_per_s = 2;
    settings.general_burst = 4;
    settings.submit_per_s = 5;
    settings.submit_burst = 10;
    settings.image_per_minute = 3;
    return settings;
}

TEST(RateLimiter, TheFourthImageOfAMinuteIsRefusedAndToldWhenToComeBack)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted);
    const RateDecision fourth = limiter.admitSubmission("a", Kind::image);
    EXPECT_FALSE(fourth.isAdmitted);
    EXPECT_EQ(fourth.rules.front().rule, LimitRule::image);
    EXPECT_EQ(nameOf(fourth.rules.front().rule), "image_per_minute");
    EXPECT_EQ(fourth.rules.front().limit, 3);
    EXPECT_EQ(fourth.rules.front().remaining, 0);
    EXPECT_NEAR(fourth.rules.front().untilToken.count(), 20, 1e-6);
    EXPECT_NEAR(fourth.rules.front().window.count(), 60, 1e-6);
    clock.advance(Seconds(20.001));
    EXPECT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted);
}

TEST(RateLimiter, AWindowCountsSubmissionsOfEveryKind)
{
    test::ManualClock clock;
    RateLimitSettings limits = settings();
    limits.window_requests = 2;
    limits.window_s = Seconds(10);
    RateLimiter limiter(clock, limits);
    ASSERT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted);
    ASSERT_TRUE(limiter.admitSubmission("a", Kind::text).isAdmitted);
    const RateDecision third = limiter.admitSubmission("a", Kind::video);
    EXPECT_FALSE(third.isAdmitted);
    EXPECT_EQ(nameOf(third.rules.front().rule), "window");
    EXPECT_NEAR(third.rules.front().untilToken.count(), 5, 1e-6);
    limits.window_requests = 0;
    limiter.change(limits);
    EXPECT_TRUE(limiter.admitSubmission("a", Kind::video).isAdmitted);
}

TEST(RateLimiter, ClientsAndKindsDoNotShare)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted);
    EXPECT_TRUE(limiter.admitSubmission("b", Kind::image).isAdmitted);
    EXPECT_TRUE(limiter.admitSubmission("a", Kind::text).isAdmitted);
}

TEST(RateLimiter, ARefusedSubmissionTakesNothing)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (int i = 0; i < 50; ++i)
        static_cast<void>(limiter.admitSubmission("a", Kind::image));
    const RateDecision text = limiter.admitSubmission("a", Kind::text);
    EXPECT_TRUE(text.isAdmitted);
    EXPECT_EQ(text.rules.front().remaining, 6) << "10 less three images and this text";
}

TEST(RateLimiter, TheTightestRuleComesFirst)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    const RateDecision image = limiter.admitSubmission("a", Kind::image);
    ASSERT_EQ(image.rules.size(), 3U);
    EXPECT_EQ(image.rules[0].rule, LimitRule::image);
    EXPECT_EQ(image.rules[0].remaining, 2);
    EXPECT_EQ(image.rules[1].rule, LimitRule::submit);
    EXPECT_EQ(image.rules[1].remaining, 9);
}

TEST(RateLimiter, AChangeIsInForceForTheNextRequest)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (int i = 0; i < 4; ++i)
        static_cast<void>(limiter.admitSubmission("a", Kind::image));
    RateLimitSettings wider = settings();
    wider.image_per_minute = 6;
    limiter.change(wider);
    EXPECT_EQ(limiter.inForce(), wider);
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted) << i;
    EXPECT_FALSE(limiter.admitSubmission("a", Kind::image).isAdmitted);
    wider.image_per_minute = 0;
    limiter.change(wider);
    EXPECT_TRUE(limiter.admitSubmission("a", Kind::image).isAdmitted) << "0: no such limit";
}

TEST(RateLimiter, OffMeansOff)
{
    test::ManualClock clock;
    RateLimitSettings off = settings();
    off.enabled = false;
    RateLimiter limiter(clock, off);
    for (int i = 0; i < 100; ++i) {
        const RateDecision decision = limiter.admit("a");
        ASSERT_TRUE(decision.isAdmitted);
        ASSERT_TRUE(decision.rules.empty());
    }
    EXPECT_EQ(limiter.clientCount(), 0U);
}

TEST(RateLimiter, QuietClientsAreForgotten)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (int i = 0; i < 1000; ++i)
        static_cast<void>(limiter.admit("client " + std::to_string(i)));
    EXPECT_EQ(limiter.clientCount(), 1000U);
    clock.advance(Seconds(10));
    for (int i = 0; i < 600; ++i)
        static_cast<void>(limiter.admit("busy"));
    EXPECT_EQ(limiter.clientCount(), 1U);
}

TEST(RateLimiter, AFloodOfAddressesDoesNotGrowWithoutBound)
{
    test::ManualClock clock;
    RateLimiter limiter(clock, settings());
    for (std::size_t i = 0; i < RateLimiter::kMaxClients + 1000; ++i)
        static_cast<void>(limiter.admit("address " + std::to_string(i)));
    EXPECT_EQ(limiter.clientCount(), RateLimiter::kMaxClients);
}

} // namespace
} // namespace pult::service
