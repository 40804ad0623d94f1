// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/jobqueue.h"

#include <map>
#include <random>

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

using contract::Kind;

class JobQueueTest : public testing::Test {
protected:
    QueueEntry makeEntry(std::int64_t priority = 5)
    {
        clock.advance(Seconds(0.001));
        return {priority, {clock.wallNow(), contract::JobId::make(clock.wallNow())}};
    }
    QueueEntry push(std::int64_t priority = 5)
    {
        const QueueEntry entry = makeEntry(priority);
        lane.push(entry);
        return entry;
    }

    test::ManualClock clock;
    JobQueue queue{clock};
    KindLane &lane = queue.lane(Kind::image);
};

TEST_F(JobQueueTest, TakesTheHighestPriorityThenTheOldest)
{
    const QueueEntry low = push(0);
    const QueueEntry older = push(7);
    const QueueEntry newer = push(7);
    EXPECT_EQ(lane.position(older), 0U);
    EXPECT_EQ(lane.position(low), 2U);
    EXPECT_EQ(lane.tryTake(), older);
    EXPECT_EQ(lane.tryTake(), newer);
    EXPECT_EQ(lane.tryTake(), low);
    EXPECT_EQ(lane.tryTake(), std::nullopt);
}

TEST_F(JobQueueTest, WhoHasWaitedForLongIsNotPassedAnyMore)
{
    const QueueEntry low = push(0);
    clock.advance(Seconds(9 * 60 - 1));
    const QueueEntry urgent = push(9);
    clock.advance(Seconds(2));
    const QueueEntry late = push(9);
    EXPECT_EQ(lane.position(urgent), 0U);
    EXPECT_EQ(lane.position(low), 1U);
    EXPECT_EQ(lane.position(late), 2U);
    EXPECT_EQ(lane.tryTake(), urgent);
    EXPECT_EQ(lane.tryTake(), low);
    EXPECT_EQ(lane.tryTake(), late);
}

TEST_F(JobQueueTest, PositionsTellTheOrderInWhichTheyAreTaken)
{
    std::mt19937 random(11);
    std::vector<QueueEntry> entries;
    for (int i = 0; i < 2000; ++i) {
        // Also several at one moment, and some whose turns are the same.
        clock.advance(Seconds(static_cast<double>(random() % 3) * 30));
        QueueEntry entry{static_cast<std::int64_t>(random() % 10), {clock.wallNow(), {}}};
        entry.place.id = contract::JobId::make(entry.place.since);
        lane.push(entry);
        entries.push_back(entry);
    }
    std::map<std::size_t, QueueEntry> byPosition;
    for (const QueueEntry &entry : entries)
        byPosition[lane.position(entry).value()] = entry;
    ASSERT_EQ(byPosition.size(), entries.size()) << "no two share a position";
    for (const auto &[position, entry] : byPosition)
        ASSERT_EQ(lane.tryTake(), entry) << position;
}

TEST_F(JobQueueTest, KindsDontMix)
{
    push();
    EXPECT_EQ(queue.lane(Kind::text).tryTake(), std::nullopt);
    EXPECT_EQ(queue.depth(), 1U);
}

TEST_F(JobQueueTest, APausedLaneGivesNothingButCounts)
{
    const QueueEntry entry = push();
    lane.setPaused(true);
    EXPECT_EQ(lane.tryTake(), std::nullopt);
    EXPECT_EQ(lane.depth(), 1U);
    EXPECT_EQ(lane.position(entry), 0U);
    lane.setPaused(false);
    EXPECT_EQ(lane.tryTake(), entry);
}

TEST_F(JobQueueTest, ADelayedJobComesBackToItsOldPlace)
{
    const QueueEntry failed = makeEntry();
    const QueueEntry other = push();
    lane.pushDelayed(failed, clock.now() + std::chrono::seconds(2));
    EXPECT_EQ(lane.depth(), 2U);
    EXPECT_EQ(lane.position(failed), std::nullopt);
    EXPECT_EQ(queue.nextDue(), clock.now() + std::chrono::seconds(2));
    clock.advance(Seconds(1.9));
    queue.releaseDue();
    EXPECT_EQ(lane.position(other), 0U);
    clock.advance(Seconds(0.1));
    queue.releaseDue();
    EXPECT_EQ(queue.nextDue(), std::nullopt);
    EXPECT_EQ(lane.tryTake(), failed);
}

TEST_F(JobQueueTest, ErasesWhatWaitsAndWhatBacksOff)
{
    const QueueEntry waiting = push();
    const QueueEntry delayed = makeEntry();
    lane.pushDelayed(delayed, clock.now() + std::chrono::seconds(2));
    EXPECT_TRUE(lane.erase(waiting));
    EXPECT_TRUE(lane.erase(delayed));
    EXPECT_FALSE(lane.erase(delayed));
    EXPECT_EQ(lane.depth(), 0U);
    EXPECT_EQ(queue.nextDue(), std::nullopt);
}

TEST_F(JobQueueTest, TakesAllAtOnce)
{
    push(1);
    push(9);
    lane.pushDelayed(makeEntry(), clock.now());
    EXPECT_EQ(lane.takeAll().size(), 3U);
    EXPECT_EQ(lane.depth(), 0U);
}

TEST_F(JobQueueTest, TheOldestIsFoundInAnyPriority)
{
    EXPECT_EQ(lane.oldest(), std::nullopt);
    const QueueEntry oldest = push(0);
    push(9);
    EXPECT_EQ(lane.oldest(), oldest.place.since);
}

TEST_F(JobQueueTest, RatesAreMeansOfTheLastMinute)
{
    for (int second = 0; second < 60; ++second) {
        queue.recordArrival(Kind::image);
        queue.recordArrival(Kind::image);
        clock.advance(Seconds(1));
    }
    EXPECT_NEAR(queue.arrivalsPerSecond(Kind::image), 2, 0.05);
    EXPECT_EQ(queue.completionsPerSecond(Kind::image), 0);
    clock.advance(Seconds(30));
    EXPECT_NEAR(queue.arrivalsPerSecond(Kind::image), 1, 0.05);
    clock.advance(Seconds(31));
    EXPECT_EQ(queue.arrivalsPerSecond(Kind::image), 0);
}

TEST_F(JobQueueTest, AYoungQueueCountsOnlyTheTimeThatPassed)
{
    queue.recordCompletion(Kind::image);
    queue.recordCompletion(Kind::image);
    EXPECT_EQ(queue.completionsPerSecond(Kind::image), 2);
    clock.advance(Seconds(9));
    EXPECT_NEAR(queue.completionsPerSecond(Kind::image), 0.2, 0.03);
}

} // namespace
} // namespace pult::service
