// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <prometheus/text_serializer.h>

#include "support/jobservicebench.h"
#include "support/storebench.h"

/// A job service whose process is killed, and the one that takes over.
namespace pult::service {
namespace {

using contract::JobState;
using contract::Kind;
using test::FakeProvider;
using test::JobServiceBench;
using test::TemporaryDirectory;
using test::withTextSlots;

TEST(Restart, EveryAcceptedJobEndsWithOneResultAfterAKill)
{
    const TemporaryDirectory afterwards;
    std::vector<contract::JobId> accepted;
    {
        JobServiceBench killed(withTextSlots(4));
        for (int i = 0; i < 10; ++i)
            accepted.push_back(killed.submit().id);
        ASSERT_TRUE(killed.provider.waitForStarts(4));
        killed.provider.finish(accepted.front());
        killed.waitForEnd(accepted.front());
        ASSERT_TRUE(killed.provider.waitForStarts(5));
        test::copyAsIfKilled(killed.directory, afterwards.path());
    }
    JobServiceBench next(withTextSlots(4), afterwards.path());
    next.provider.answerAll(FakeProvider::artifact());
    for (const contract::JobId &id : accepted) {
        const contract::Job job = next.waitForEnd(id);
        EXPECT_EQ(job.state, JobState::succeeded);
        EXPECT_TRUE(next.run(next.service->result(id)));
    }
    EXPECT_EQ(next.provider.started().size(), 9U) << "what had ended does not run again";
    EXPECT_EQ(next.find(accepted.at(1)).attempts, 2) << "the lost run counts";
}

TEST(Restart, AJobThatKeepsKillingTheProcessIsGivenUp)
{
    std::unique_ptr<TemporaryDirectory> home = std::make_unique<TemporaryDirectory>();
    contract::JobId id;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        auto copy = std::make_unique<TemporaryDirectory>();
        JobServiceBench killed({}, home->path());
        if (attempt == 1)
            id = killed.submit().id;
        ASSERT_TRUE(killed.provider.waitForStarts(1));
        test::copyAsIfKilled(home->path(), copy->path());
        killed.run(killed.service->cancel(id));
        killed.service->drain();
        home.swap(copy);
    }
    JobServiceBench next({}, home->path());
    const contract::Job job = next.find(id);
    EXPECT_EQ(job.state, JobState::failed);
    EXPECT_EQ(job.attempts, 3);
    EXPECT_TRUE(next.provider.started().empty());
}

TEST(Restart, PausesAndOrderAreTheSameAfterwards)
{
    const TemporaryDirectory afterwards;
    std::vector<contract::JobId> expected;
    {
        JobServiceBench before(withTextSlots(0));
        const auto low = before.submit(JobServiceBench::newJob(Kind::text, 1)).id;
        const auto high = before.submit(JobServiceBench::newJob(Kind::text, 8)).id;
        expected = {high, low};
        before.submit(JobServiceBench::newJob(Kind::video));
        ASSERT_TRUE(before.run(before.service->pause(Kind::video)));
        test::copyAsIfKilled(before.directory, afterwards.path());
    }
    JobServiceBench next(withTextSlots(1), afterwards.path());
    EXPECT_TRUE(next.queueOf(Kind::video).paused);
    EXPECT_EQ(next.queueOf(Kind::video).depth, 1);
    next.provider.answerAll(FakeProvider::artifact());
    for (const auto &id : expected)
        next.waitForEnd(id);
    EXPECT_EQ(next.provider.started(), expected);
}

TEST(Restart, JobsPutBackByADrainRunAgainAsIfNew)
{
    const TemporaryDirectory home;
    contract::JobId id;
    {
        JobServiceBench first({}, home.path());
        id = first.submit().id;
        ASSERT_TRUE(first.provider.waitForStarts(1));
    }
    JobServiceBench second({}, home.path());
    second.provider.answerAll(FakeProvider::artifact());
    EXPECT_EQ(second.waitForEnd(id).attempts, 1);
}

TEST(JobServiceMetrics, CountWhatHappened)
{
    JobServiceBench bench;
    bench.provider.answerAll(FakeProvider::artifact());
    bench.waitForEnd(bench.submit().id);
    bench.service->refreshMetrics();
    bench.database->refreshMetrics();
    const std::string text = prometheus::TextSerializer().Serialize(bench.registry.Collect());
    for (const char *line : {"pult_jobs_submitted_total{kind=\"text\"} 1",
             "pult_jobs_finished_total{kind=\"text\",outcome=\"succeeded\"} 1",
             "pult_job_wait_seconds_count{kind=\"text\"} 1",
             "pult_job_run_seconds_count{kind=\"text\"} 1", "pult_queue_depth{kind=\"image\"} 0",
             "pult_queue_oldest_wait_seconds{kind=\"image\"} 0",
             "pult_workers{kind=\"image\",state=\"idle\"} 20",
             "pult_workers{kind=\"image\",state=\"busy\"} 0",
             "pult_pool_capacity{pool=\"workers.image\"} 20",
             "pult_pool_capacity{pool=\"store\"} 1", "pult_pool_waiting{pool=\"store\"} 0",
             "pult_pool_acquire_seconds_count{pool=\"workers.text\"} 1",
             "pult_provider_requests_total{code=\"ok\",provider=\"fake\"} 1",
             "pult_provider_request_duration_seconds_count{provider=\"fake\"} 1"})
        EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
}

} // namespace
} // namespace pult::service
