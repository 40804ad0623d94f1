// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/circuitbreaker.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

using State = CircuitBreaker::State;

tl::unexpected<Error> broken()
{
    return fail(ErrorCode::unavailable, "It is broken");
}

ProviderSettings strict()
{
    ProviderSettings settings;
    settings.max_failures = 3;
    settings.first_retry_s = Seconds(5);
    settings.longest_retry_s = Seconds(15);
    return settings;
}

class BreakerTest : public testing::Test {
protected:
    [[nodiscard]] State state() const { return breaker.status().state; }
    [[nodiscard]] Seconds delay() const { return breaker.status().retryAt - clock.now(); }
    void failTimes(int times)
    {
        for (int i = 0; i < times; ++i)
            breaker.record(broken());
    }
    void open() { failTimes(3); }
    /// So many attempts, every other one in vain; the last is.
    void failEveryOther(int attempts)
    {
        for (int i = 0; i < attempts; ++i)
            breaker.record(i % 2 == 0 ? Result<void>() : Result<void>(broken()));
    }

    test::ManualClock clock;
    CircuitBreaker breaker{clock, strict()};
};

TEST_F(BreakerTest, OpensAfterSoManyFailuresInARow)
{
    failTimes(2);
    EXPECT_EQ(state(), State::closed);
    EXPECT_FALSE(breaker.record({}));
    failTimes(2);
    EXPECT_EQ(state(), State::closed);
    EXPECT_NE(breaker.tryPass(), nullptr);
    EXPECT_TRUE(breaker.record(broken()));
    EXPECT_EQ(state(), State::open);
    EXPECT_EQ(breaker.tryPass(), nullptr);
    EXPECT_FALSE(breaker.mayPass());
    EXPECT_EQ(breaker.status().reason, "It is broken");
    EXPECT_EQ(delay(), Seconds(5));
}

TEST_F(BreakerTest, AJobsOwnFaultIsNotTheProviders)
{
    for (int i = 0; i < 10; ++i)
        breaker.record(fail(ErrorCode::invalidArgument, "The prompt is not allowed"));
    for (int i = 0; i < 10; ++i)
        breaker.record(fail(ErrorCode::cancelled, "Cancelled"));
    EXPECT_EQ(state(), State::closed);
    EXPECT_EQ(breaker.status().failures, 0);
}

TEST_F(BreakerTest, OpensAtOnceWhenTheProviderSaysSo)
{
    auto busy = fail(ErrorCode::limited, "Too many requests");
    busy.value().retryAfter = Seconds(40);
    EXPECT_TRUE(breaker.record(busy));
    EXPECT_EQ(state(), State::open);
    EXPECT_EQ(delay(), Seconds(40)); // Also beyond the longest of ours.
}

TEST_F(BreakerTest, OpensAtOnceForAKeyThatIsNotTaken)
{
    EXPECT_TRUE(breaker.record(fail(ErrorCode::unauthenticated, "No such key")));
    EXPECT_EQ(state(), State::open);
}

TEST_F(BreakerTest, AFullPoolOfOursSaysNothing)
{
    for (int i = 0; i < 10; ++i)
        breaker.record(fail(ErrorCode::limited, "No connection came free"));
    EXPECT_EQ(state(), State::closed);
}

TEST_F(BreakerTest, TheWaitDoublesUpToItsLimit)
{
    open();
    for (const double expected : {10., 15., 15.}) {
        EXPECT_FALSE(breaker.recordProbe(broken()));
        EXPECT_EQ(delay(), Seconds(expected));
    }
}

TEST_F(BreakerTest, LetsOneAttemptTryAndClosesWhenItSucceeds)
{
    open();
    EXPECT_TRUE(breaker.recordProbe({}));
    EXPECT_EQ(state(), State::trying);
    EXPECT_TRUE(breaker.mayPass());
    auto pass = breaker.tryPass();
    ASSERT_NE(pass, nullptr);
    EXPECT_EQ(breaker.tryPass(), nullptr);
    EXPECT_TRUE(breaker.record({}));
    EXPECT_EQ(state(), State::closed);
    EXPECT_NE(breaker.tryPass(), nullptr);
    open();
    EXPECT_EQ(delay(), Seconds(5)); // From the start again.
}

TEST_F(BreakerTest, AnAttemptThatSaysNothingMakesRoomForTheNext)
{
    open();
    breaker.recordProbe({});
    auto pass = breaker.tryPass();
    breaker.record(fail(ErrorCode::cancelled, "Cancelled"));
    EXPECT_EQ(state(), State::trying);
    EXPECT_EQ(breaker.tryPass(), nullptr);
    pass.reset();
    EXPECT_NE(breaker.tryPass(), nullptr);
}

TEST_F(BreakerTest, OpensForLongerWhenTheTryFails)
{
    open();
    breaker.recordProbe({});
    const auto pass = breaker.tryPass();
    EXPECT_TRUE(breaker.record(broken()));
    EXPECT_EQ(state(), State::open);
    EXPECT_EQ(delay(), Seconds(10));
}

TEST_F(BreakerTest, AttemptsThatBeganEarlierDoNotProlongIt)
{
    open();
    clock.advance(Seconds(4));
    EXPECT_FALSE(breaker.record(broken()));
    EXPECT_EQ(delay(), Seconds(1));
    EXPECT_TRUE(breaker.record({}));
    EXPECT_EQ(state(), State::closed);
}

TEST_F(BreakerTest, OpensWhenHalfOfTheLatestTwentyFailed)
{
    failEveryOther(18);
    breaker.record({});
    EXPECT_EQ(state(), State::closed);
    EXPECT_TRUE(breaker.record(broken()));
    EXPECT_EQ(state(), State::open);
    EXPECT_EQ(delay(), Seconds(5));
    EXPECT_EQ(breaker.status().reason, "Too many of the latest attempts failed: It is broken");
}

TEST_F(BreakerTest, FewerThanThePartThatIsAllowedMayFail)
{
    for (int i = 0; i < 100; ++i) {
        breaker.record({});
        failEveryOther(2);
    }
    EXPECT_EQ(state(), State::closed);
}

TEST_F(BreakerTest, FailuresOfLongAgoDoNotCount)
{
    failEveryOther(18);
    clock.advance(RecentOutcomes::kLength + Seconds(1));
    failEveryOther(18);
    EXPECT_EQ(state(), State::closed);
    failEveryOther(2);
    EXPECT_EQ(state(), State::open);
}

TEST_F(BreakerTest, OneSuccessOfEarlierDoesNotCloseItWhenManyFail)
{
    failEveryOther(20);
    ASSERT_EQ(state(), State::open);
    EXPECT_FALSE(breaker.record({}));
    EXPECT_EQ(state(), State::open);
    breaker.recordProbe({});
    EXPECT_TRUE(breaker.record({}));
    EXPECT_EQ(state(), State::closed);
    failEveryOther(18);
    EXPECT_EQ(state(), State::closed) << "it is judged anew";
}

TEST_F(BreakerTest, ThePartThatMayFailIsASetting)
{
    ProviderSettings settings = strict();
    settings.max_failure_ratio = 0.6;
    breaker.setPolicy(settings);
    failEveryOther(40);
    EXPECT_EQ(state(), State::closed);
    settings.max_failure_ratio = 0.5;
    breaker.setPolicy(settings);
    EXPECT_TRUE(breaker.record(broken()));
}

} // namespace
} // namespace pult::service
