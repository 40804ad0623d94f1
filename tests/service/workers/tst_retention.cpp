// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "support/eventually.h"
#include "support/jobservicebench.h"
#include "support/storebench.h"

/// What becomes of ended jobs and their results.
namespace pult::service {
namespace {

using contract::JobState;
using test::FakeProvider;
using test::JobServiceBench;

class RetentionBench : public JobServiceBench {
public:
    RetentionBench() { provider.answerAll(FakeProvider::largeArtifact()); }

    contract::JobId endedJob()
    {
        const contract::JobId id = submit().id;
        waitForEnd(id);
        return id;
    }
    void keep(Seconds age, std::int64_t bytes)
    {
        settings.results = {age, bytes};
        service->apply(settings);
    }
    bool isKnown(contract::JobId id) { return run(service->find(id)).has_value(); }
    bool isOnDisk(contract::JobId id) { return std::filesystem::exists(results->pathOf(id)); }
    bool waitUntilGone(contract::JobId id)
    {
        return test::eventually([&] { return !isKnown(id) && !isOnDisk(id); });
    }
};

TEST(Retention, EndedJobsGoWithTheirResultsWhenTheyAreOldEnough)
{
    RetentionBench bench;
    const contract::JobId ended = bench.endedJob();
    ASSERT_TRUE(bench.isOnDisk(ended));
    bench.keep(Seconds(0), 1 << 30);
    EXPECT_TRUE(bench.waitUntilGone(ended));
}

TEST(Retention, AboveTheSizeTheOldestGoFirstAndNoMoreThanNeeded)
{
    RetentionBench bench;
    const contract::JobId oldest = bench.endedJob();
    const contract::JobId older = bench.endedJob();
    const contract::JobId newest = bench.endedJob();
    const auto kept =
        test::awaitDone<std::int64_t>([&](auto done) { bench.store.keptBytes(std::move(done)); });
    bench.keep(Seconds(3600), *kept * 2 / 3);
    EXPECT_TRUE(bench.waitUntilGone(oldest));
    EXPECT_TRUE(bench.isKnown(older) && bench.isOnDisk(older));
    EXPECT_TRUE(bench.isKnown(newest) && bench.isOnDisk(newest));
}

TEST(Retention, JobsThatHaveNotEndedStayHoweverOldTheyAre)
{
    JobServiceBench bench(test::withTextSlots(1));
    const contract::JobId running = bench.submit().id;
    const contract::JobId queued = bench.submit().id;
    const contract::JobId cancelled = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    ASSERT_TRUE(bench.run(bench.service->cancel(cancelled)));
    bench.settings.results = {Seconds(0), 0};
    bench.service->apply(bench.settings);
    EXPECT_TRUE(test::eventually([&] { return !bench.run(bench.service->find(cancelled)); }));
    EXPECT_EQ(bench.find(running).state, JobState::running);
    EXPECT_EQ(bench.find(queued).state, JobState::queued);
}

TEST(Retention, AKeyOfARemovedJobRunsNothingAgain)
{
    RetentionBench bench;
    NewJob job = JobServiceBench::newJob();
    job.idempotencyKey = "once";
    const contract::JobId id = bench.submit(job).id;
    bench.waitForEnd(id);
    bench.keep(Seconds(0), 0);
    ASSERT_TRUE(bench.waitUntilGone(id));
    const auto again = bench.run(bench.service->submit(job));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::conflict);
    EXPECT_EQ(bench.provider.started().size(), 1U);
}

TEST(Retention, FilesThatAKillLeftWithoutAJobGoAtTheNextStart)
{
    const test::TemporaryDirectory home;
    const contract::JobId stray = contract::JobId::make(SystemClock().wallNow());
    std::filesystem::create_directories(home.path() / "results");
    std::ofstream(home.path() / "results" / toString(stray)) << "left";
    std::ofstream(home.path() / "results" / "notes.txt") << "not ours";
    JobServiceBench bench({}, home.path());
    EXPECT_TRUE(
        test::eventually([&] { return !std::filesystem::exists(bench.results->pathOf(stray)); }));
    EXPECT_TRUE(std::filesystem::exists(home.path() / "results" / "notes.txt"));
}

TEST(Retention, TroubleWithTheStoreIsGotOver)
{
    RetentionBench bench;
    const contract::JobId ended = bench.endedJob();
    bench.store.setFailing(true);
    bench.keep(Seconds(0), 0);
    EXPECT_TRUE(test::eventually([&] { return bench.store.refusals() > 0; }));
    EXPECT_TRUE(bench.isOnDisk(ended));
    bench.store.setFailing(false);
    bench.keep(Seconds(0), 0);
    EXPECT_TRUE(bench.waitUntilGone(ended));
}

} // namespace
} // namespace pult::service
