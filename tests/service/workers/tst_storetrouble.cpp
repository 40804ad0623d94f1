// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/eventually.h"
#include "support/jobservicebench.h"

/// A job service whose disk refuses for a while.
namespace pult::service {
namespace {

using contract::JobState;
using contract::Kind;
using test::FakeProvider;
using test::JobServiceBench;
using test::withTextSlots;

TEST(StoreTrouble, WhatCannotBeKeptIsNotAccepted)
{
    JobServiceBench bench;
    bench.store.setFailing(true);
    const auto refused = bench.run(bench.service->submit(JobServiceBench::newJob()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_EQ(bench.queueOf(Kind::text).depth, 0);
    EXPECT_TRUE(bench.provider.started().empty());
    bench.store.setFailing(false);
    EXPECT_TRUE(bench.run(bench.service->submit(JobServiceBench::newJob())));
}

TEST(StoreTrouble, TheEndOfAJobIsKeptOnceTheDiskIsBack)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    bench.store.setFailing(true);
    bench.provider.finish(id);
    boost::asio::steady_timer timer(bench.io.context(), std::chrono::milliseconds(50));
    timer.async_wait([&](boost::system::error_code) { bench.store.setFailing(false); });
    EXPECT_EQ(bench.waitForEnd(id).state, JobState::succeeded);
    EXPECT_EQ(bench.provider.started().size(), 1U);
}

TEST(StoreTrouble, AJobHasNotEndedBeforeItsEndIsKept)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    bench.store.setFailing(true);
    bench.provider.finish(id);
    ASSERT_TRUE(test::eventually([&] { return bench.store.refusals() > 0; }));
    EXPECT_EQ(bench.find(id).state, JobState::running);
    bench.store.setFailing(false);
    EXPECT_EQ(bench.waitForEnd(id).state, JobState::succeeded);
}

TEST(StoreTrouble, AResultIsKeptOnceTheDiskIsBack)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    const auto results = bench.directory / "results";
    std::filesystem::remove(results);
    bench.provider.finish(id, FakeProvider::largeArtifact());
    boost::asio::steady_timer timer(bench.io.context(), std::chrono::milliseconds(50));
    timer.async_wait(
        [&](boost::system::error_code) { std::filesystem::create_directory(results); });
    EXPECT_EQ(bench.waitForEnd(id).state, JobState::succeeded);
    EXPECT_EQ(bench.provider.started().size(), 1U) << "the work was not thrown away";
}

TEST(StoreTrouble, AJobThatWaitsForTheDiskCanBeCancelled)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    std::filesystem::remove(bench.directory / "results");
    bench.provider.finish(id, FakeProvider::largeArtifact());
    EXPECT_TRUE(bench.run(bench.service->cancel(id)));
    EXPECT_EQ(bench.waitForEnd(id).state, JobState::cancelled);
}

TEST(StoreTrouble, AJobThatCannotBeginWaitsAtNoCost)
{
    JobServiceBench bench(withTextSlots(0));
    const auto id = bench.submit().id;
    bench.store.setFailing(true);
    bench.provider.answerAll(FakeProvider::artifact());
    bench.service->apply(withTextSlots(1));
    boost::asio::steady_timer timer(bench.io.context(), std::chrono::milliseconds(50));
    timer.async_wait([&](boost::system::error_code) { bench.store.setFailing(false); });
    const contract::Job job = bench.waitForEnd(id);
    EXPECT_GE(bench.store.refusals(), 1);
    EXPECT_EQ(job.state, JobState::succeeded);
    EXPECT_EQ(job.attempts, 1);
}

TEST(StoreTrouble, AChangeThatCannotBeKeptDoesNotHappen)
{
    JobServiceBench bench(withTextSlots(0));
    const auto id = bench.submit().id;
    bench.store.setFailing(true);
    EXPECT_EQ(bench.run(bench.service->cancel(id)).error().code, ErrorCode::unavailable);
    EXPECT_EQ(bench.run(bench.service->purge(Kind::text, 1)).error().code, ErrorCode::unavailable);
    EXPECT_EQ(bench.run(bench.service->pause(Kind::text)).error().code, ErrorCode::unavailable);
    EXPECT_EQ(bench.find(id).state, JobState::queued);
    EXPECT_EQ(bench.queueOf(Kind::text).depth, 1);
    EXPECT_FALSE(bench.queueOf(Kind::text).paused);
    bench.store.setFailing(false);
    EXPECT_EQ(bench.run(bench.service->cancel(id))->state, JobState::cancelled);
}

} // namespace
} // namespace pult::service
