// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliterevisionstore.h"

#include "support/storebench.h"

namespace pult::service {
namespace {

using test::StoreBench;
using test::TemporaryDirectory;

RevisionStore::Entry entryOf(std::int64_t revision)
{
    RevisionStore::Entry entry;
    entry.revision.revision = revision;
    entry.revision.actor = "admin";
    entry.revision.changes.push_back({"workers.image", 20, 40, contract::Applies::live});
    entry.settings.workers.image = 20 + revision;
    if (revision == 1)
        entry.overrides.reset(); // As from a version that did not keep them.
    else
        entry.overrides = {{"workers", {{"image", 20 + revision}}}};
    return entry;
}

bool isSame(const RevisionStore::Entry &a, const RevisionStore::Entry &b)
{
    return a.revision == b.revision && a.settings == b.settings && a.overrides == b.overrides;
}

TEST(SqliteRevisionStore, RevisionsAreKeptWholeAndReadNewestFirst)
{
    const TemporaryDirectory home;
    {
        StoreBench bench(home.path());
        SqliteRevisionStore store(*bench.database);
        for (std::int64_t revision = 1; revision <= 3; ++revision)
            ASSERT_TRUE(store.append(entryOf(revision)));
    }
    StoreBench bench(home.path());
    const SqliteRevisionStore store(*bench.database);
    const auto newest = store.entries(std::numeric_limits<std::int64_t>::max(), 2);
    ASSERT_TRUE(newest);
    ASSERT_EQ(newest->size(), 2U);
    EXPECT_TRUE(isSame(newest->front(), entryOf(3)));
    EXPECT_EQ(store.entries(3, 10)->size(), 2U);
    EXPECT_TRUE(isSame(store.entry(1).value(), entryOf(1)));
    EXPECT_EQ(store.entry(9).error().code, ErrorCode::notFound);
}

TEST(SqliteRevisionStore, ANumberIsUsedOnce)
{
    const TemporaryDirectory home;
    StoreBench bench(home.path());
    SqliteRevisionStore store(*bench.database);
    ASSERT_TRUE(store.append(entryOf(1)));
    EXPECT_EQ(store.append(entryOf(1)).error().code, ErrorCode::conflict);
}

} // namespace
} // namespace pult::service
