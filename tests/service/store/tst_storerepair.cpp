// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/storerepair.h"

#include <fstream>

#include <gmock/gmock.h>

#include "service/store/firstpage.h"
#include "service/store/sqliterevisionstore.h"
#include "service/store/storecheck.h"
#include "support/damagedfile.h"
#include "support/storebench.h"

namespace pult::service {
namespace {

namespace fs = std::filesystem;

using contract::JobState;
using test::StoreBench;

constexpr std::int64_t kJobs = 600;

/// A data directory with many jobs, every other one with a result, that nobody has open.
class StoreRepair : public testing::Test {
protected:
    StoreRepair()
    {
        fs::create_directory(home.path() / "results");
        StoreBench bench(home.path());
        SqliteRevisionStore revisions(*bench.database);
        for (std::int64_t revision = 1; revision <= 20; ++revision) {
            RevisionStore::Entry entry;
            entry.revision.revision = revision;
            EXPECT_TRUE(revisions.append(entry));
        }
        for (std::int64_t i = 0; i < kJobs; ++i)
            addJob(bench, i % 2 == 0);
    }

    void addJob(StoreBench &bench, bool isDone)
    {
        bench.clock.advance(std::chrono::milliseconds(5));
        StoredJob stored = bench.makeJob("a prompt " + std::string(200, 'x'));
        EXPECT_TRUE(bench.insert({stored, toString(stored.job.id), "{}"}));
        if (!isDone)
            return;
        stored.job.state = JobState::succeeded;
        stored.job.finished_at = bench.clock.wallNow();
        stored.job.result = contract::JobResult{"text/plain", 5, {}, {}, "/link"};
        EXPECT_TRUE(bench.update(stored));
        std::ofstream(resultOf(stored.job.id)) << "bytes";
        done.push_back(stored.job.id);
    }

    [[nodiscard]] fs::path file() const { return home.path() / "pult.db"; }
    [[nodiscard]] fs::path resultOf(contract::JobId id) const
    {
        return home.path() / "results" / toString(id);
    }
    [[nodiscard]] StoreReport check() const { return checkStore(home.path()).value(); }
    [[nodiscard]] RepairReport repair() const
    {
        auto report = repairStore(home.path(), WallTime(std::chrono::seconds(1'700'000'000)));
        EXPECT_TRUE(report) << report.error().detail;
        return report.value_or(RepairReport{});
    }
    /// Also by the service's own eyes.
    void expectSound() const
    {
        const StoreReport report = check();
        EXPECT_THAT(report.damage, testing::IsEmpty());
        EXPECT_TRUE(report.isSound());
        const test::ManualClock clock;
        prometheus::Registry registry;
        EXPECT_TRUE(Database::open(home.path(), clock, registry));
    }
    static SalvagedTable tableNamed(const RepairReport &report, const std::string &name)
    {
        for (const SalvagedTable &table : report.tables)
            if (table.name == name)
                return table;
        return {};
    }

    test::TemporaryDirectory home;
    std::vector<contract::JobId> done;
};

TEST_F(StoreRepair, ASoundStoreIsLeftAlone)
{
    const StoreReport report = check();
    EXPECT_TRUE(report.isSound());
    EXPECT_EQ(report.jobs, kJobs);
    EXPECT_EQ(report.revisions, 20);
    EXPECT_EQ(report.resultFiles, kJobs / 2);
    EXPECT_THAT(report.results, testing::IsEmpty());
    const auto before = fs::last_write_time(file());
    EXPECT_TRUE(repair().wasSound);
    EXPECT_EQ(fs::last_write_time(file()), before);
}

TEST_F(StoreRepair, ADamagedStoreIsNotServedFrom)
{
    test::overwriteALeaf(file());
    const test::ManualClock clock;
    prometheus::Registry registry;
    const auto refused = Database::open(home.path(), clock, registry);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
    EXPECT_THAT(refused.error().detail, testing::HasSubstr("pultd repair --data "));
    EXPECT_FALSE(check().isSound());
}

TEST_F(StoreRepair, OnePageCostsNoMoreThanItsRows)
{
    const std::vector<std::uint64_t> leaves = test::pagesOf(file());
    ASSERT_GT(leaves.size(), 30U);
    const fs::path whole = home.path() / "whole";
    fs::copy_file(file(), whole);
    for (std::size_t i = 0; i < leaves.size(); i += 7) {
        fs::copy_file(whole, file(), fs::copy_options::overwrite_existing);
        test::overwritePage(file(), leaves[i]);
        ASSERT_FALSE(check().isSound()) << leaves[i];
        const RepairReport report = repair();
        const SalvagedTable jobs = tableNamed(report, "jobs");
        EXPECT_GE(jobs.recovered, kJobs - 30) << leaves[i];
        EXPECT_EQ(jobs.recovered + jobs.lost, kJobs) << leaves[i];
        EXPECT_EQ(tableNamed(report, "revisions").recovered, 20);
        expectSound();
        fs::remove(report.keptDatabase);
        if (fs::exists(report.keptResults))
            fs::remove_all(report.keptResults);
        for (const contract::JobId &id : done)
            std::ofstream(resultOf(id)) << "bytes";
    }
}

TEST_F(StoreRepair, WhatNoWayLeadsToIsFoundInThePages)
{
    const std::vector<std::uint64_t> inner = test::pagesOf(file(), test::kInner);
    ASSERT_FALSE(inner.empty());
    for (const std::uint64_t page : inner) {
        const test::TemporaryDirectory copy;
        fs::copy_file(file(), copy.path() / "pult.db");
        test::overwritePage(copy.path() / "pult.db", page);
        const auto report = repairStore(copy.path(), WallTime{});
        ASSERT_TRUE(report) << report.error().detail;
        const SalvagedTable jobs = tableNamed(*report, "jobs");
        EXPECT_GE(jobs.recovered, kJobs - 30) << page;
        EXPECT_EQ(jobs.recovered + jobs.lost, kJobs) << page;
        EXPECT_TRUE(checkStore(copy.path())->damage.empty());
    }
}

TEST_F(StoreRepair, TheDamagedFileIsKeptAsItWas)
{
    test::overwriteALeaf(file());
    const fs::path copy = home.path() / "copy";
    fs::copy_file(file(), copy);
    const RepairReport report = repair();
    EXPECT_EQ(report.keptDatabase, home.path() / "pult.db.damaged-20231114T221320Z");
    std::ifstream kept(report.keptDatabase, std::ios::binary);
    std::ifstream was(copy, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}),
        std::string(std::istreambuf_iterator<char>(was), {}));
}

TEST_F(StoreRepair, OfAFileThatWasCutOffTheRestIsRecovered)
{
    fs::resize_file(file(), fs::file_size(file()) / 4 * 3);
    ASSERT_FALSE(check().isSound());
    const SalvagedTable jobs = tableNamed(repair(), "jobs");
    EXPECT_GT(jobs.recovered, 0);
    EXPECT_LT(jobs.recovered, kJobs);
    expectSound();
}

TEST_F(StoreRepair, AFileWithoutItsFirstPageIsRecoveredWhole)
{
    for (const char lost : {'\xa5', '\0'}) {
        const fs::path whole = home.path() / "whole";
        fs::copy_file(file(), whole, fs::copy_options::overwrite_existing);
        test::overwritePage(file(), 0, lost);
        ASSERT_FALSE(check().isSound());
        const RepairReport report = repair();
        EXPECT_EQ(tableNamed(report, "jobs").recovered, kJobs);
        EXPECT_EQ(tableNamed(report, "jobs").lost, 0);
        EXPECT_EQ(tableNamed(report, "idempotency").recovered, kJobs);
        EXPECT_EQ(tableNamed(report, "revisions").recovered, 20);
        EXPECT_EQ(report.movedResults, 0);
        expectSound();
        EXPECT_EQ(check().jobs, kJobs);
        fs::remove(report.keptDatabase);
        fs::copy_file(whole, file(), fs::copy_options::overwrite_existing);
    }
}

TEST_F(StoreRepair, OfAFileWithoutItsFirstPageALostLeafCostsItsRowsAlone)
{
    test::overwriteALeaf(file());
    test::overwritePage(file(), 0);
    const SalvagedTable jobs = tableNamed(repair(), "jobs");
    EXPECT_GE(jobs.recovered, kJobs - 30);
    EXPECT_EQ(jobs.recovered + jobs.lost, kJobs);
    expectSound();
}

TEST_F(StoreRepair, WhatOnlyTheSchemaHasLostIsRecovered)
{
    // No table is known any more, though the page's head is as it was.
    std::fstream(file(), std::ios::binary | std::ios::in | std::ios::out).seekp(103)
        << std::string(2, '\0');
    ASSERT_FALSE(knowsTables(file()));
    EXPECT_EQ(tableNamed(repair(), "jobs").recovered, kJobs);
    expectSound();
}

TEST_F(StoreRepair, OfAFileOfNothingOursNothingIsRecoveredButTheServiceStarts)
{
    for (std::uint64_t page = 0; page * test::kPageBytes < fs::file_size(file()); ++page)
        test::overwritePage(file(), page);
    ASSERT_FALSE(check().isSound());
    const RepairReport report = repair();
    EXPECT_EQ(tableNamed(report, "jobs").recovered, 0);
    EXPECT_EQ(report.movedResults, kJobs / 2);
    expectSound();
}

TEST_F(StoreRepair, ResultsOfLostJobsAreKeptElsewhere)
{
    test::overwriteALeaf(file());
    const RepairReport report = repair();
    for (const contract::JobId &id : done)
        EXPECT_TRUE(fs::exists(resultOf(id)) || fs::exists(report.keptResults / toString(id)));
}

TEST_F(StoreRepair, AJobWithoutItsResultHasFailed)
{
    fs::remove(resultOf(done[0]));
    fs::resize_file(resultOf(done[1]), 2);
    const auto stray = contract::JobId::make(WallTime{});
    std::ofstream(resultOf(stray)) << "stray";
    const StoreReport found = check();
    EXPECT_FALSE(found.isSound());
    EXPECT_THAT(found.results,
        testing::UnorderedElementsAre(ResultFault{ResultFault::Kind::missing, done[0], 5, 0},
            ResultFault{ResultFault::Kind::wrongSize, done[1], 5, 2},
            ResultFault{ResultFault::Kind::orphaned, stray, 0, 5}));
    const RepairReport report = repair();
    EXPECT_EQ(report.failedJobs, 2);
    EXPECT_TRUE(report.keptDatabase.empty()) << "the database was sound";
    expectSound();
    StoreBench bench(home.path());
    const auto failed = bench.find(done[0]);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->job.state, JobState::failed);
    EXPECT_EQ(failed->job.error->detail, "The result of this job was lost");
}

TEST_F(StoreRepair, AResultInItsRowIsNoFileAndOutlivesTheRepair)
{
    contract::JobId id;
    {
        StoreBench bench(home.path());
        StoredJob stored = bench.insertNew();
        id = stored.job.id;
        stored.job.state = JobState::succeeded;
        stored.job.result = contract::JobResult{"text/plain", 5, {}, {}, "/link"};
        stored.output = "bytes";
        EXPECT_TRUE(bench.update(stored));
    }
    EXPECT_TRUE(check().isSound());
    const std::vector<std::uint64_t> leaves = test::pagesOf(file());
    test::overwritePage(file(), leaves[leaves.size() / 2]);
    ASSERT_FALSE(check().isSound());
    EXPECT_FALSE(repair().wasSound);
    StoreBench bench(home.path());
    EXPECT_EQ(*bench.output(id), std::optional<std::string>("bytes"));
}

TEST_F(StoreRepair, NothingIsRepairedUnderAServiceThatRuns)
{
    test::overwriteALeaf(file());
    const auto lock = DirectoryLock::take(home.path());
    const auto refused = repairStore(home.path(), WallTime{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
}

TEST_F(StoreRepair, WhatACrashLeftInTheLogIsRecoveredToo)
{
    const test::TemporaryDirectory killed;
    {
        StoreBench bench(home.path());
        addJob(bench, false);
        test::copyAsIfKilled(home.path(), killed.path());
    }
    ASSERT_GT(fs::file_size(killed.path() / "pult.db-wal"), 0U);
    test::overwriteALeaf(killed.path() / "pult.db");
    const auto report = repairStore(killed.path(), WallTime{});
    ASSERT_TRUE(report) << report.error().detail;
    const SalvagedTable jobs = tableNamed(*report, "jobs");
    EXPECT_EQ(jobs.recovered + jobs.lost, kJobs + 1);
    EXPECT_TRUE(checkStore(killed.path())->isSound());
}

TEST(StoreCheck, WhereThereIsNoStoreItSaysSo)
{
    const test::TemporaryDirectory home;
    EXPECT_EQ(checkStore(home.path()).error().code, ErrorCode::notFound);
}

} // namespace
} // namespace pult::service
