// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/board.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

using contract::Kind;

class BoardTest : public testing::Test {
protected:
    static Settings withImageSlots(std::int64_t slots)
    {
        Settings settings;
        settings.workers.image = slots;
        settings.queue.max_depth = 3;
        return settings;
    }
    contract::Job push()
    {
        clock.advance(Seconds(0.001));
        contract::Job job;
        job.kind = Kind::image;
        job.created_at = clock.wallNow();
        job.id = contract::JobId::make(job.created_at);
        board.queue().lane(Kind::image).push({job.priority, {job.created_at, job.id}});
        return job;
    }
    contract::Job described(contract::Job job)
    {
        board.describe(job, job.created_at);
        return job;
    }

    test::ManualClock clock;
    Board board{clock, withImageSlots(2)};
};

TEST_F(BoardTest, StartsAsManyAsThereAreSlots)
{
    for (int i = 0; i < 3; ++i)
        push();
    EXPECT_TRUE(board.tryStart(Kind::image));
    EXPECT_TRUE(board.tryStart(Kind::image));
    EXPECT_FALSE(board.tryStart(Kind::image));
    board.release(Kind::image);
    EXPECT_TRUE(board.tryStart(Kind::image));
}

TEST_F(BoardTest, FewerSlotsHoldBackUntilEnoughAreFree)
{
    push();
    push();
    ASSERT_TRUE(board.tryStart(Kind::image) && board.tryStart(Kind::image));
    push();
    board.apply(withImageSlots(1));
    board.release(Kind::image);
    EXPECT_FALSE(board.tryStart(Kind::image));
    board.release(Kind::image);
    EXPECT_TRUE(board.tryStart(Kind::image));
}

TEST_F(BoardTest, AdmitsUpToItsDepthAndWhatIsOnItsWayCounts)
{
    push();
    EXPECT_TRUE(board.admit());
    EXPECT_TRUE(board.admit());
    const auto refused = board.admit();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(refused.error().retryAfter);
    board.settle();
    EXPECT_TRUE(board.admit());
}

TEST_F(BoardTest, ADrainingBoardAdmitsAndStartsNothing)
{
    const auto job = push();
    board.drain();
    EXPECT_EQ(board.admit().error().code, ErrorCode::unavailable);
    EXPECT_FALSE(board.tryStart(Kind::image));
    EXPECT_EQ(described(job).waiting_for, "draining");
}

TEST_F(BoardTest, SaysWhyAJobWaits)
{
    push();
    push();
    const auto third = push();
    EXPECT_EQ(described(third).waiting_for, "2 jobs before it");
    ASSERT_TRUE(board.tryStart(Kind::image) && board.tryStart(Kind::image));
    EXPECT_EQ(described(third).waiting_for, "all 2 image slots are busy, it is next");
    board.apply(withImageSlots(0));
    EXPECT_EQ(described(third).waiting_for, "there are no image slots");
    board.queue().lane(Kind::image).setPaused(true);
    EXPECT_EQ(described(third).waiting_for, "paused");
    board.queue().lane(Kind::image).setPaused(false);
    board.setObstacle(Kind::image, "provider runpod is being tried with one job");
    EXPECT_EQ(described(third).waiting_for, "provider runpod is being tried with one job");
    EXPECT_FALSE(described(third).eta_s);
    board.setObstacle(Kind::image, std::nullopt);

    auto delayed = third;
    const QueueEntry entry{third.priority, {third.created_at, third.id}};
    board.queue().lane(Kind::image).erase(entry);
    board.queue().lane(Kind::image).pushDelayed(entry, clock.now() + std::chrono::seconds(2));
    EXPECT_EQ(described(delayed).waiting_for,
        "backing off until " + toString(clock.wallNow() + std::chrono::seconds(2)));
    EXPECT_EQ(described(delayed).position, std::nullopt);
}

TEST_F(BoardTest, ExpectsAStartFromTheMeanRunAndTheSlots)
{
    const auto first = push();
    EXPECT_EQ(described(first).eta_s, Seconds(0)) << "a slot is free";
    push();
    ASSERT_TRUE(board.tryStart(Kind::image) && board.tryStart(Kind::image));
    push();
    const auto second = push();
    EXPECT_EQ(described(second).eta_s, std::nullopt) << "nothing has run yet";
    board.recordRun(Kind::image, Seconds(4));
    EXPECT_EQ(described(second).eta_s, Seconds(4)) << "two turns, two at a time";
    board.apply(withImageSlots(4));
    EXPECT_EQ(described(second).eta_s, Seconds(0));
}

TEST_F(BoardTest, ReportsEveryKindAndTheTotals)
{
    push();
    push();
    clock.advance(Seconds(5));
    ASSERT_TRUE(board.tryStart(Kind::image));
    const contract::QueueReport report = board.report();
    ASSERT_EQ(report.kinds.size(), 4U);
    const contract::KindQueue &image = report.kinds.at(1);
    EXPECT_EQ(image.depth, 1);
    EXPECT_EQ(image.running, 1);
    EXPECT_EQ(image.slots, 2);
    EXPECT_GE(image.oldest_wait_s, Seconds(5));
    EXPECT_EQ(image.eta_s, std::nullopt) << "it does not shrink";
    EXPECT_EQ(report.kinds.at(0).eta_s, Seconds(0));
    EXPECT_EQ(report.totals.depth, 1);
    EXPECT_EQ(report.totals.slots, 10 + 2 + 4 + 8);
}

} // namespace
} // namespace pult::service
