// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitejobstore.h"

#include "support/storebench.h"

namespace pult::service {
namespace {

using contract::JobState;
using contract::Kind;
using test::StoreBench;
using test::TemporaryDirectory;

template <class T, class Value>
JobQuery where(T JobQuery::*member, Value value)
{
    JobQuery query;
    query.*member = value;
    return query;
}

TEST(SqliteJobStore, EveryPartOfAJobIsKept)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    StoredJob stored = bench.makeJob("кот, \"quoted\"");
    stored.client = "alice";
    stored.job.kind = Kind::image;
    stored.job.priority = 9;
    stored.job.params.width = 512;
    ASSERT_TRUE(bench.insert({stored, {}, {}}));
    EXPECT_EQ(bench.find(stored.job.id), stored);

    contract::Job &job = stored.job;
    job.state = JobState::succeeded;
    job.attempts = 2;
    job.started_at = job.created_at + std::chrono::seconds(3);
    job.finished_at = job.created_at + std::chrono::seconds(5);
    job.wait_s = Seconds(3);
    job.run_s = Seconds(2);
    job.progress = 1;
    job.error = contract::JobFailure{"io", "once"};
    job.result = contract::JobResult{"image/png", 12, 512, 512, "/x"};
    ASSERT_TRUE(bench.update(stored));
    EXPECT_EQ(bench.find(job.id), stored);
}

TEST(SqliteJobStore, AStickerFileIsKeptAndLeftOutOfLists)
{
    const TemporaryDirectory home;
    StoredJob stored;
    {
        StoreBench bench(home.path());
        stored = bench.makeJob("12345678");
        stored.tgs = "H4sI";
        ASSERT_TRUE(bench.insert({stored, {}, {}}));
        stored.job.state = JobState::failed;
        stored.job.finished_at = bench.clock.wallNow();
        ASSERT_TRUE(bench.update(stored));
    }
    StoreBench bench(home.path());
    EXPECT_EQ(bench.find(stored.job.id)->tgs, "H4sI") << "also after a restart";
    const auto listed = test::awaitDone<std::vector<StoredJob>>(
        [&](auto done) { bench.store.list({}, std::move(done)); });
    ASSERT_EQ(listed->size(), 1U);
    EXPECT_FALSE(listed->front().tgs);
    const auto kept =
        test::awaitDone<std::int64_t>([&](auto done) { bench.store.keptBytes(std::move(done)); });
    EXPECT_EQ(*kept, 512 + 8 + 4) << "the file takes room too";
}

TEST(SqliteJobStore, TheBytesOfAResultAreKeptAndReadAlone)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    StoredJob stored = bench.insertNew();
    EXPECT_EQ(*bench.output(stored.job.id), std::optional<std::string>());
    stored.job.state = JobState::succeeded;
    stored.output = std::string("\0 bytes \xff", 9);
    ASSERT_TRUE(bench.update(stored));
    EXPECT_EQ(*bench.output(stored.job.id), stored.output);
    EXPECT_FALSE(bench.find(stored.job.id)->output);
    stored.output = "";
    ASSERT_TRUE(bench.update(stored));
    EXPECT_EQ(*bench.output(stored.job.id), stored.output) << "empty is not none";
    EXPECT_EQ(bench.output(contract::JobId()).error().code, ErrorCode::notFound);
}

TEST(SqliteJobStore, AChangeStartsFromWhatIsStored)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    StoredJob stored = bench.makeJob();
    stored.tgs = "H4sI";
    ASSERT_TRUE(bench.insert({stored, {}, {}}));
    const auto changed = bench.change(stored.job.id, [](StoredJob &job) { ++job.job.attempts; });
    stored.job.attempts = 1;
    EXPECT_EQ(*changed, stored);
    EXPECT_EQ(bench.find(stored.job.id), stored);
    const auto missing = bench.change(contract::JobId(), [](StoredJob &) { FAIL(); });
    EXPECT_EQ(missing.error().code, ErrorCode::notFound);
}

TEST(SqliteJobStore, WhatIsNotThereIsNotFound)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    EXPECT_EQ(bench.find(bench.makeJob().job.id).error().code, ErrorCode::notFound);
}

TEST(SqliteJobStore, AcceptedJobsOutliveAKilledProcess)
{
    const TemporaryDirectory home;
    const TemporaryDirectory copy;
    StoreBench before(home.path());
    const auto first = before.insertNew();
    const auto second = before.insertNew();
    test::copyAsIfKilled(home.path(), copy.path());
    StoreBench after(copy.path());
    EXPECT_EQ(after.queued(), (std::vector{first.job.id, second.job.id}));
    EXPECT_EQ(after.find(second.job.id), second);
}

TEST(SqliteJobStore, LostLeasesAreTakenBackUntilTheAttemptsAreUsedUp)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    StoredJob again = bench.insertNew();
    StoredJob spent = bench.insertNew();
    again.job.state = spent.job.state = JobState::running;
    again.job.attempts = 2;
    spent.job.attempts = 3;
    ASSERT_TRUE(bench.update(again) && bench.update(spent));
    ASSERT_TRUE(bench.store.reclaimLeases(3, bench.clock.wallNow()));
    EXPECT_EQ(bench.queued(), std::vector{again.job.id});
    const auto failed = bench.find(spent.job.id);
    EXPECT_EQ(failed->job.state, JobState::failed);
    EXPECT_TRUE(failed->job.error && failed->job.finished_at);
}

TEST(SqliteJobStore, TheListHonoursEveryFilter)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    bench.insertNew("red Fox");
    bench.clock.advance(Seconds(10));
    const WallTime later = bench.clock.wallNow();
    StoredJob ended = bench.insertNew("Рыжая ЛИСА");
    StoredJob image = bench.makeJob("blue fox");
    image.job.kind = Kind::image;
    ASSERT_TRUE(bench.insert({image, {}, {}}));
    ended.job.state = JobState::failed;
    ASSERT_TRUE(bench.update(ended));

    using Prompts = std::vector<std::string>;
    EXPECT_EQ(bench.prompts({}), (Prompts{"blue fox", "Рыжая ЛИСА", "red Fox"}));
    EXPECT_EQ(bench.prompts(where(&JobQuery::state, JobState::failed)), Prompts{"Рыжая ЛИСА"});
    EXPECT_EQ(
        bench.prompts(where(&JobQuery::state, JobState::queued)), (Prompts{"blue fox", "red Fox"}));
    EXPECT_EQ(bench.prompts(where(&JobQuery::kind, Kind::image)), Prompts{"blue fox"});
    EXPECT_EQ(bench.prompts(where(&JobQuery::text, "FOX")), (Prompts{"blue fox", "red Fox"}));
    EXPECT_EQ(bench.prompts(where(&JobQuery::text, "лиса")), Prompts{"Рыжая ЛИСА"});
    EXPECT_EQ(bench.prompts(where(&JobQuery::text, toString(image.job.id))), Prompts{"blue fox"});
    EXPECT_EQ(bench.prompts(where(&JobQuery::since, later)), (Prompts{"blue fox", "Рыжая ЛИСА"}));
    EXPECT_EQ(
        bench.prompts(where(&JobQuery::before, image.job.id)), (Prompts{"Рыжая ЛИСА", "red Fox"}));
    EXPECT_EQ(bench.prompts(where(&JobQuery::limit, 1)), Prompts{"blue fox"});
}

TEST(SqliteJobStore, AKeyIsRememberedForADay)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const StoredJob first = bench.makeJob();
    EXPECT_FALSE(bench.insert({first, "key", "request"})->isReplay);
    const auto replay = bench.insert({bench.makeJob(), "key", "request"});
    ASSERT_TRUE(replay);
    EXPECT_TRUE(replay->isReplay);
    EXPECT_EQ(replay->id, first.job.id);
    EXPECT_EQ(bench.insert({bench.makeJob(), "key", "other"}).error().code, ErrorCode::conflict);
    bench.clock.advance(Seconds(24 * 3600 + 1));
    EXPECT_FALSE(bench.insert({bench.makeJob(), "key", "other"})->isReplay);
}

TEST(SqliteJobStore, CancellingIsAllOrNothingAndPausesAreKept)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const auto one = bench.insertNew().job.id;
    const auto two = bench.insertNew().job.id;
    ASSERT_TRUE(test::awaitDone<void>([&](auto done) {
        bench.store.cancelQueued({one, two}, bench.clock.wallNow(), std::move(done));
    }));
    EXPECT_EQ(bench.find(two)->job.state, JobState::cancelled);
    EXPECT_TRUE(bench.queued().empty());
    ASSERT_TRUE(test::awaitDone<void>(
        [&](auto done) { bench.store.setPaused(Kind::video, true, std::move(done)); }));
    EXPECT_EQ(bench.store.pausedKinds(), std::vector{Kind::video});
    ASSERT_TRUE(test::awaitDone<void>(
        [&](auto done) { bench.store.setPaused(Kind::video, false, std::move(done)); }));
    EXPECT_TRUE(bench.store.pausedKinds()->empty());
}

TEST(SqliteJobStore, EndedJobsAreRemovedInTheOrderOfTheirEnds)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const auto end = [&](std::int64_t bytes) {
        StoredJob stored = bench.insertNew("four");
        bench.clock.advance(Seconds(1));
        stored.job.state = JobState::succeeded;
        stored.job.finished_at = bench.clock.wallNow();
        stored.job.result = contract::JobResult{"image/png", bytes, 1, 1, "/x"};
        EXPECT_TRUE(bench.update(stored));
        return stored;
    };
    const auto remove = [&](const EndedJobs &which) {
        return test::awaitDone<RemovedJobs>(
            [&](auto done) { bench.store.removeEnded(which, std::move(done)); });
    };
    const StoredJob first = end(1000);
    const StoredJob second = end(2000);
    const StoredJob third = end(4000);
    const StoredJob waiting = bench.insertNew();
    const auto kept = [&] {
        return test::awaitDone<std::int64_t>(
            [&](auto done) { bench.store.keptBytes(std::move(done)); });
    };
    const std::int64_t all = *kept();
    EXPECT_GE(all, 7000 + 3 * 4);

    EXPECT_TRUE(remove({first.job.created_at, 0, 10})->ids.empty());
    const auto byAge = remove({*first.job.finished_at, 0, 10});
    EXPECT_EQ(byAge->ids, std::vector{first.job.id});
    EXPECT_EQ(*kept(), all - byAge->bytes);
    EXPECT_EQ(remove({*first.job.finished_at, 1, 10})->ids, std::vector{second.job.id});
    EXPECT_TRUE(remove({*third.job.finished_at + std::chrono::seconds(1), 0, 0})->ids.empty());
    EXPECT_EQ(bench.update(second).error().code, ErrorCode::notFound);
    EXPECT_TRUE(bench.find(third.job.id));
    const auto unknown = test::awaitDone<std::vector<contract::JobId>>([&](auto done) {
        bench.store.unknownOf({first.job.id, third.job.id, waiting.job.id}, std::move(done));
    });
    EXPECT_EQ(*unknown, std::vector{first.job.id});
}

TEST(SqliteJobStore, ADamagedRowIsReportedNotTakenForAJob)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const auto id = bench.insertNew().job.id;
    ASSERT_TRUE(bench.database->writeNow<void>([](SqliteConnection &connection) {
        return connection.execute("UPDATE jobs SET kind = 9");
    }));
    EXPECT_EQ(bench.find(id).error().code, ErrorCode::corrupt);
    EXPECT_EQ(bench.store.visitQueued([](const QueuedJob &) {}).error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace pult::service
