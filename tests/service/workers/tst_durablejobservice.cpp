// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/durablejobservice.h"

#include <fstream>

#include "support/eventually.h"
#include "support/jobservicebench.h"

namespace pult::service {
namespace {

using contract::JobState;
using contract::Kind;
using test::eventually;
using test::FakeProvider;
using test::JobServiceBench;
using test::withTextSlots;

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(DurableJobService, AJobRunsAndItsResultIsKept)
{
    JobServiceBench bench;
    bench.provider.answerAll(FakeProvider::artifact("hello"));
    const contract::Job job = bench.submit();
    EXPECT_EQ(job.state, JobState::queued);
    const contract::Job ended = bench.waitForEnd(job.id);
    EXPECT_EQ(ended.state, JobState::succeeded);
    EXPECT_EQ(ended.attempts, 1);
    EXPECT_EQ(ended.progress, 1);
    EXPECT_TRUE(ended.run_s && ended.wait_s && ended.finished_at);
    const auto result = bench.run(bench.service->result(job.id));
    ASSERT_TRUE(result);
    EXPECT_EQ(std::get<std::string>(result->bytes), "hello");
    EXPECT_EQ(result->about.bytes, 5);
    EXPECT_EQ(result->about.link, "/api/v1/jobs/" + toString(job.id) + "/result");
    EXPECT_EQ(bench.events.statesOf(job.id),
        (std::vector{JobState::queued, JobState::running, JobState::succeeded}));
    EXPECT_TRUE(bench.events.waitForQueue());
}

TEST(DurableJobService, ALargeResultIsAFile)
{
    JobServiceBench bench;
    const std::string large(100'000, 'x');
    bench.provider.answerAll(FakeProvider::artifact(large));
    const contract::Job ended = bench.waitForEnd(bench.submit().id);
    const auto result = bench.run(bench.service->result(ended.id));
    ASSERT_TRUE(result);
    EXPECT_EQ(contentOf(std::get<std::filesystem::path>(result->bytes)), large);
}

TEST(DurableJobService, WhatIsNotThereIsNotFound)
{
    JobServiceBench bench;
    const auto id = contract::JobId::make(bench.clock.wallNow());
    EXPECT_EQ(bench.run(bench.service->find(id)).error().code, ErrorCode::notFound);
    EXPECT_EQ(bench.run(bench.service->cancel(id)).error().code, ErrorCode::notFound);
    EXPECT_EQ(bench.run(bench.service->retry(id)).error().code, ErrorCode::notFound);
    EXPECT_EQ(bench.run(bench.service->result(id)).error().code, ErrorCode::notFound);
    EXPECT_EQ(bench.run(bench.service->clientOf(id)).error().code, ErrorCode::notFound);
    EXPECT_EQ(
        bench.run(bench.service->wait(id, Deadline::never())).error().code, ErrorCode::notFound);
}

TEST(DurableJobService, NoMoreJobsRunThanThereAreSlots)
{
    JobServiceBench bench(withTextSlots(3));
    std::vector<contract::Job> jobs;
    for (int i = 0; i < 10; ++i)
        jobs.push_back(bench.submit());
    ASSERT_TRUE(bench.provider.waitForStarts(3));
    EXPECT_EQ(bench.queueOf(Kind::text).running, 3);
    EXPECT_EQ(bench.queueOf(Kind::text).depth, 7);
    bench.provider.answerAll(FakeProvider::artifact());
    for (const contract::Job &job : jobs)
        EXPECT_EQ(bench.waitForEnd(job.id).state, JobState::succeeded);
    EXPECT_EQ(bench.provider.mostAtOnce(), 3U);
    EXPECT_EQ(bench.provider.started().size(), 10U);
}

TEST(DurableJobService, MoreSlotsStartMoreAndFewerStopNothing)
{
    JobServiceBench bench(withTextSlots(2));
    for (int i = 0; i < 12; ++i)
        bench.submit();
    ASSERT_TRUE(bench.provider.waitForStarts(2));
    bench.service->apply(withTextSlots(8));
    EXPECT_EQ(bench.service->applied().workers.text, 8);
    ASSERT_TRUE(bench.provider.waitForStarts(8));
    bench.service->apply(withTextSlots(1));
    EXPECT_EQ(bench.queueOf(Kind::text).slots, 1);
    EXPECT_EQ(bench.queueOf(Kind::text).running, 8);
    for (std::size_t i = 0; i < 7; ++i) {
        bench.provider.finish(bench.provider.started().at(i));
        bench.waitForEnd(bench.provider.started().at(i));
    }
    EXPECT_EQ(bench.provider.started().size(), 8U) << "no slot is free until one alone runs";
    bench.provider.finish(bench.provider.started().at(7));
    EXPECT_TRUE(bench.provider.waitForStarts(9));
}

TEST(DurableJobService, HigherPriorityRunsFirstThenOlder)
{
    JobServiceBench bench(withTextSlots(1));
    const auto first = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    const auto low = bench.submit(JobServiceBench::newJob(Kind::text, 1)).id;
    const auto older = bench.submit(JobServiceBench::newJob(Kind::text, 7)).id;
    const auto newer = bench.submit(JobServiceBench::newJob(Kind::text, 7)).id;
    EXPECT_EQ(bench.find(low).position, 2);
    EXPECT_EQ(bench.find(low).waiting_for, "the only text slot is busy, 2 jobs before it");
    bench.provider.answerAll(FakeProvider::artifact());
    bench.waitForEnd(low);
    EXPECT_EQ(bench.provider.started(), (std::vector{first, older, newer, low}));
}

TEST(DurableJobService, AProviderThatAsksForPatienceIsGivenIt)
{
    JobServiceBench bench;
    auto busy = fail(ErrorCode::limited, "Too many requests");
    busy.value().retryAfter = Seconds(0.5);
    bench.provider.answerAll(busy);
    const auto id = bench.submit().id;
    EXPECT_TRUE(eventually(
        [&] { return bench.find(id).waiting_for.value_or("").starts_with("backing off until"); }));
    const contract::Job waiting = bench.find(id);
    EXPECT_EQ(waiting.state, JobState::queued);
    EXPECT_EQ(waiting.attempts, 0);
    EXPECT_EQ(waiting.error->code, "limited");
    bench.provider.answerAll(FakeProvider::artifact());
    const contract::Job ended = bench.waitForEnd(id);
    EXPECT_EQ(ended.state, JobState::succeeded);
    EXPECT_EQ(ended.attempts, 1);
    EXPECT_GE(*ended.wait_s, Seconds(0.5));
}

TEST(DurableJobService, AFailureIsTriedAgainAsOftenAsAllowed)
{
    JobServiceBench bench;
    bench.provider.answerAll(fail(ErrorCode::unavailable, "the card fell off the bus"));
    const contract::Job ended = bench.waitForEnd(bench.submit().id);
    EXPECT_EQ(ended.state, JobState::failed);
    EXPECT_EQ(ended.attempts, 3);
    EXPECT_EQ(ended.error, (contract::JobFailure{"unavailable", "the card fell off the bus"}));
    EXPECT_EQ(bench.provider.started().size(), 3U);
}

TEST(DurableJobService, AFailureIsForgottenWhenALaterAttemptSucceeds)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    bench.provider.finish(id, fail(ErrorCode::internal, "once"));
    ASSERT_TRUE(bench.provider.waitForStarts(2));
    bench.provider.finish(id);
    const contract::Job ended = bench.waitForEnd(id);
    EXPECT_EQ(ended.state, JobState::succeeded);
    EXPECT_EQ(ended.attempts, 2);
    EXPECT_FALSE(ended.error);
}

TEST(DurableJobService, AnAttemptEndsAtItsTimeLimit)
{
    JobServiceBench bench;
    auto job = JobServiceBench::newJob();
    job.request.timeout_s = Seconds(0.05);
    const contract::Job ended = bench.waitForEnd(bench.submit(job).id);
    EXPECT_EQ(ended.state, JobState::timed_out);
    EXPECT_EQ(ended.error->code, "deadlineExceeded");
    EXPECT_EQ(ended.attempts, 1);
}

TEST(DurableJobService, ALoweredTimeLimitHoldsForJobsThatWait)
{
    JobServiceBench bench(withTextSlots(0));
    const auto id = bench.submit().id;
    Settings settings = withTextSlots(1);
    settings.timeouts.text_s = Seconds(0.02);
    bench.service->apply(settings);
    EXPECT_EQ(bench.waitForEnd(id).state, JobState::timed_out);
}

TEST(DurableJobService, AQueuedJobIsCancelledAtOnceAndNeverRuns)
{
    JobServiceBench bench(withTextSlots(1));
    const auto running = bench.submit().id;
    const auto queued = bench.submit().id;
    const auto cancelled = bench.run(bench.service->cancel(queued));
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->state, JobState::cancelled);
    bench.provider.answerAll(FakeProvider::artifact());
    bench.waitForEnd(running);
    EXPECT_EQ(bench.find(queued).state, JobState::cancelled);
    EXPECT_EQ(bench.provider.started(), std::vector{running});
    EXPECT_EQ(bench.run(bench.service->cancel(queued)).error().code, ErrorCode::conflict);
}

TEST(DurableJobService, ARunningJobIsCancelledWithinASecond)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    const SteadyTime begin = bench.clock.now();
    const auto cancelled = bench.run(bench.service->cancel(id));
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->state, JobState::cancelled);
    EXPECT_LT(bench.clock.now() - begin, std::chrono::seconds(1));
    EXPECT_EQ(bench.queueOf(Kind::text).running, 0);
}

TEST(DurableJobService, AnEndedJobCanBeRetriedOnce)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    EXPECT_EQ(bench.run(bench.service->retry(id)).error().code, ErrorCode::conflict);
    ASSERT_TRUE(bench.run(bench.service->cancel(id)));
    const auto retried = bench.run(bench.service->retry(id));
    ASSERT_TRUE(retried);
    EXPECT_EQ(retried->state, JobState::queued);
    ASSERT_TRUE(bench.provider.waitForStarts(2));
    bench.provider.finish(id);
    const contract::Job ended = bench.waitForEnd(id);
    EXPECT_EQ(ended.state, JobState::succeeded);
    EXPECT_EQ(ended.attempts, 2);
    EXPECT_EQ(bench.run(bench.service->retry(id)).error().code, ErrorCode::conflict);
}

TEST(DurableJobService, ARepeatedKeyAnswersTheEarlierJob)
{
    JobServiceBench bench;
    auto job = JobServiceBench::newJob();
    job.client = "alice";
    job.idempotencyKey = "k";
    const auto first = bench.run(bench.service->submit(job));
    const auto second = bench.run(bench.service->submit(job));
    ASSERT_TRUE(first && second);
    EXPECT_FALSE(first->isReplay);
    EXPECT_TRUE(second->isReplay);
    EXPECT_EQ(first->id, second->id);
    EXPECT_EQ(bench.run(bench.service->clientOf(first->id)), "alice");

    auto other = job;
    other.request.prompt = "another";
    EXPECT_EQ(bench.run(bench.service->submit(other)).error().code, ErrorCode::conflict);
    other.client = "bob";
    EXPECT_FALSE(bench.run(bench.service->submit(other))->isReplay) << "keys are per client";
}

TEST(DurableJobService, AFullQueueRefuses)
{
    Settings settings = withTextSlots(0);
    settings.queue.max_depth = 2;
    JobServiceBench bench(settings);
    bench.submit();
    bench.submit();
    const auto refused = bench.run(bench.service->submit(JobServiceBench::newJob()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(refused.error().retryAfter);
}

TEST(DurableJobService, APausedKindStartsNothing)
{
    JobServiceBench bench;
    EXPECT_TRUE(bench.run(bench.service->pause(Kind::text))->paused);
    const auto paused = bench.submit().id;
    const auto other = bench.submit(JobServiceBench::newJob(Kind::image)).id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    EXPECT_EQ(bench.provider.started(), std::vector{other});
    EXPECT_EQ(bench.find(paused).waiting_for, "paused");
    EXPECT_FALSE(bench.run(bench.service->resume(Kind::text))->paused);
    EXPECT_TRUE(bench.provider.waitForStarts(2));
}

TEST(DurableJobService, PurgeDropsTheCountThatWasSeen)
{
    JobServiceBench bench(withTextSlots(0));
    const auto id = bench.submit().id;
    bench.submit();
    EXPECT_EQ(bench.run(bench.service->purge(Kind::text, 1)).error().code, ErrorCode::conflict);
    EXPECT_EQ(bench.run(bench.service->purge(Kind::text, 2))->dropped, 2);
    EXPECT_EQ(bench.find(id).state, JobState::cancelled);
    EXPECT_EQ(bench.queueOf(Kind::text).depth, 0);
}

TEST(DurableJobService, TheListIsPagedNewestFirst)
{
    JobServiceBench bench(withTextSlots(0));
    std::vector<contract::JobId> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(bench.submit().id);
    JobFilter filter;
    filter.limit = 3;
    const auto first = bench.run(bench.service->list(filter));
    ASSERT_TRUE(first);
    ASSERT_EQ(first->jobs.size(), 3U);
    EXPECT_EQ(first->jobs.front().id, ids.back());
    EXPECT_EQ(first->jobs.front().position, 4);
    filter.cursor = first->next_cursor.value();
    const auto second = bench.run(bench.service->list(filter));
    ASSERT_EQ(second->jobs.size(), 2U);
    EXPECT_EQ(second->jobs.back().id, ids.front());
    EXPECT_FALSE(second->next_cursor);
    filter.cursor = "nonsense";
    EXPECT_EQ(bench.run(bench.service->list(filter)).error().code, ErrorCode::invalidArgument);
}

TEST(DurableJobService, WaitingEndsAtItsDeadline)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    const auto job =
        bench.run(bench.service->wait(id, Deadline::after(bench.clock, Seconds(0.02))));
    ASSERT_TRUE(job);
    EXPECT_FALSE(contract::isFinal(job->state));
}

TEST(DurableJobService, DrainingPutsBackWhatStillRuns)
{
    JobServiceBench bench(withTextSlots(1));
    const auto running = bench.submit().id;
    const auto queued = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    bench.service->drain();
    EXPECT_EQ(bench.run(bench.service->submit(JobServiceBench::newJob())).error().code,
        ErrorCode::unavailable);
    EXPECT_EQ(bench.find(queued).waiting_for, "draining");
    test::await(
        bench.io.context(), bench.service->drained(Deadline::after(bench.clock, Seconds(0.02))));
    const contract::Job put = bench.find(running);
    EXPECT_EQ(put.state, JobState::queued);
    EXPECT_EQ(put.attempts, 0) << "it costs no attempt";
}

TEST(DurableJobService, DrainingLetsJobsFinishInTime)
{
    JobServiceBench bench;
    const auto id = bench.submit().id;
    ASSERT_TRUE(bench.provider.waitForStarts(1));
    bench.service->drain();
    bench.provider.finish(id);
    test::await(bench.io.context(), bench.service->drained(Deadline::never()));
    EXPECT_EQ(bench.find(id).state, JobState::succeeded);
}

} // namespace
} // namespace pult::service
