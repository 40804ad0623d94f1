// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/database.h"

#include <fstream>

#include "support/storebench.h"

namespace pult::service {
namespace {

using test::StoreBench;
using test::TemporaryDirectory;

Result<std::int64_t> countJobs(SqliteConnection &connection)
{
    auto query = connection.query("SELECT count(*) FROM jobs");
    return query.step().map([&](bool) { return query.integer(0); });
}

/// Holds the writer until let go, so that everything pushed meanwhile meets in the next
/// transaction.
class HeldWriter {
public:
    explicit HeldWriter(Database &database)
    {
        database.write<void>(
            [this, gate = m_gate.get_future().share()](SqliteConnection &) {
                m_held.set_value();
                gate.wait();
                return Result<void>();
            },
            [](const Result<void> &) {});
        m_held.get_future().wait();
    }
    void letGo() { m_gate.set_value(); }

private:
    std::promise<void> m_held;
    std::promise<void> m_gate;
};

TEST(Database, WritesThatWaitShareACommitAndAreToldAfterIt)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    HeldWriter held(*bench.database);
    constexpr std::int64_t kJobs = 50;
    std::vector<std::future<std::int64_t>> seen;
    for (std::int64_t i = 0; i < kJobs; ++i) {
        auto promise = std::make_shared<std::promise<std::int64_t>>();
        seen.push_back(promise->get_future());
        bench.startInsert({bench.makeJob(), {}, {}}, [&, promise](const auto &inserted) {
            EXPECT_TRUE(inserted);
            promise->set_value(*bench.database->readNow<std::int64_t>(countJobs));
        });
    }
    held.letGo();
    ASSERT_EQ(seen.front().wait_for(test::kPatience), std::future_status::ready);
    EXPECT_EQ(seen.front().get(), kJobs) << "the first to be told finds all of them on disk";
    ASSERT_EQ(seen.back().wait_for(test::kPatience), std::future_status::ready);
}

TEST(Database, AnOlderSchemaIsBroughtUpToDate)
{
    const TemporaryDirectory home;
    {
        StoreBench bench(home.path());
        StoredJob stored = bench.insertNew("eight by");
        stored.job.state = contract::JobState::succeeded;
        stored.job.finished_at = bench.clock.wallNow();
        stored.job.result = contract::JobResult{"image/png", 4000, 1, 1, "/x"};
        ASSERT_TRUE(bench.update(stored));
        ASSERT_TRUE(bench.database->writeNow<void>([](SqliteConnection &connection) {
            return connection.execute("DROP INDEX jobs_ended; ALTER TABLE jobs DROP COLUMN bytes;"
                                      "ALTER TABLE revisions DROP COLUMN overrides;"
                                      "ALTER TABLE jobs DROP COLUMN tgs;"
                                      "ALTER TABLE jobs DROP COLUMN output;"
                                      "PRAGMA user_version = 1");
        }));
    }
    StoreBench bench(home.path());
    const auto kept =
        test::awaitDone<std::int64_t>([&](auto done) { bench.store.keptBytes(std::move(done)); });
    EXPECT_EQ(*kept, 4000 + 8 + 512);
    auto copy =
        SqliteConnection::open(home.path() / "pult.db.v1", SqliteConnection::Access::readOnly);
    ASSERT_TRUE(copy) << "what was there before is kept beside it";
    EXPECT_EQ(countJobs(*copy), 1);
}

TEST(Database, AFailedWriteSpoilsNoOther)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const StoredJob twice = bench.makeJob();
    HeldWriter held(*bench.database);
    std::promise<Result<InsertedJob>> refused;
    std::promise<Result<InsertedJob>> last;
    bench.startInsert({twice, {}, {}}, [](const auto &) {});
    bench.startInsert({twice, "key", "request"},
        [&](Result<InsertedJob> result) { refused.set_value(std::move(result)); });
    bench.startInsert({bench.makeJob(), {}, {}},
        [&](Result<InsertedJob> result) { last.set_value(std::move(result)); });
    held.letGo();
    EXPECT_EQ(refused.get_future().get().error().code, ErrorCode::conflict);
    EXPECT_TRUE(last.get_future().get());
    EXPECT_EQ(bench.database->readNow<std::int64_t>(countJobs), 2);
    EXPECT_FALSE(bench.insert({bench.makeJob(), "key", "request"})->isReplay)
        << "the key of the refused job was undone with it";
}

TEST(Database, AFullDiskIsToldAndPasses)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const auto limitPages = [&](const char *pragma) {
        return bench.database->writeNow<void>(
            [pragma](SqliteConnection &connection) { return connection.execute(pragma); });
    };
    ASSERT_TRUE(limitPages("PRAGMA max_page_count = 1"));
    const std::string large(100'000, 'x');
    const auto refused = bench.insert({bench.makeJob(large), {}, {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::io);
    ASSERT_TRUE(limitPages("PRAGMA max_page_count = 1000000"));
    EXPECT_TRUE(bench.insert({bench.makeJob(large), {}, {}}));
    EXPECT_TRUE(bench.database->health().canWrite);
    EXPECT_GT(bench.database->health().bytes, 100'000);
}

TEST(Database, WhatWasAskedBeforeTheEndIsDone)
{
    const TemporaryDirectory home;
    int told = 0;
    {
        StoreBench bench(home.path());
        for (int i = 0; i < 20; ++i)
            bench.startInsert({bench.makeJob(), {}, {}}, [&](const auto &) { ++told; });
    }
    EXPECT_EQ(told, 20);
    StoreBench again(home.path());
    EXPECT_EQ(again.queued().size(), 20U);
}

TEST(Database, OneProcessADirectory)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    const auto second = Database::open(home.path(), bench.clock, bench.registry);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::conflict);
}

TEST(Database, WhatIsNotADatabaseIsRefused)
{
    const TemporaryDirectory home;
    std::ofstream(home.path() / "pult.db") << std::string(8192, 'x');
    const SystemClock clock;
    prometheus::Registry registry;
    const auto opened = Database::open(home.path(), clock, registry);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::corrupt);
    EXPECT_NE(opened.error().detail.find("pult.db"), std::string::npos);
}

TEST(Database, WhatANewerVersionWroteIsRefused)
{
    const TemporaryDirectory home;
    {
        StoreBench bench(home.path());
        ASSERT_TRUE(bench.database->writeNow<void>([](SqliteConnection &connection) {
            return connection.execute("PRAGMA user_version = 99");
        }));
    }
    const SystemClock clock;
    prometheus::Registry registry;
    EXPECT_EQ(Database::open(home.path(), clock, registry).error().code, ErrorCode::unsupported);
}

TEST(Database, AMissingDirectoryIsAnError)
{
    const SystemClock clock;
    prometheus::Registry registry;
    EXPECT_EQ(Database::open("/nowhere/at/all", clock, registry).error().code, ErrorCode::io);
}

} // namespace
} // namespace pult::service
