// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/readerpool.h"

#include <future>

#include <gtest/gtest.h>

#include "support/eventually.h"
#include "support/gate.h"
#include "support/manualclock.h"
#include "support/storebench.h"

namespace pult::service {
namespace {

using Lane = ReaderPool::Lane;
using test::eventually;

DatabaseSettings limits(std::int64_t size, std::int64_t overflow)
{
    DatabaseSettings settings;
    settings.pool_size = size;
    settings.max_overflow = overflow;
    return settings;
}

class ReaderPoolTest : public testing::Test {
protected:
    /// A read that waits until the gate opens.
    std::future<bool> block(Lane lane)
    {
        return read(lane, [this](SqliteConnection &) { gate.wait(); });
    }
    std::future<bool> look(Lane lane)
    {
        return read(lane, [](SqliteConnection &) {});
    }
    std::future<bool> read(Lane lane, std::function<void(SqliteConnection &)> work)
    {
        auto promise = std::make_shared<std::promise<bool>>();
        pool.push(lane, [promise, work](const Result<SqliteConnection *> &reader) {
            if (reader)
                work(**reader);
            promise->set_value(reader.has_value());
        });
        return promise->get_future();
    }
    [[nodiscard]] bool isInUse(std::size_t count)
    {
        return eventually([&] { return pool.state().inUse == count; });
    }

    test::TemporaryDirectory home;
    test::StoreBench bench{home.path()};
    prometheus::Registry registry;
    SystemClock clock;
    test::Gate gate;
    ReaderPool pool{home.path() / "pult.db", clock, registry};
};

TEST_F(ReaderPoolTest, ReadsAtOnceOnAsManyConnectionsAsItMay)
{
    pool.apply(limits(2, 1));
    EXPECT_EQ(pool.state(), (PoolState{3, 0, 0}));
    std::vector<std::future<bool>> reads;
    for (int i = 0; i < 5; ++i)
        reads.push_back(block(Lane::lookup));
    EXPECT_TRUE(isInUse(3));
    EXPECT_EQ(pool.state().waiting, 2U);
    gate.open();
    for (auto &done : reads)
        EXPECT_TRUE(done.get());
    EXPECT_TRUE(isInUse(0));
}

TEST_F(ReaderPoolTest, SearchesLeaveOneConnectionToLookups)
{
    pool.apply(limits(1, 1));
    const auto first = block(Lane::search);
    const auto second = block(Lane::search);
    EXPECT_TRUE(isInUse(1));
    EXPECT_TRUE(look(Lane::lookup).get());
    EXPECT_EQ(pool.state().waiting, 1U);
    gate.open();
}

TEST_F(ReaderPoolTest, OneConnectionServesBothInTurn)
{
    pool.apply(limits(1, 0));
    auto search = block(Lane::search);
    auto lookup = look(Lane::lookup);
    EXPECT_TRUE(isInUse(1));
    gate.open();
    EXPECT_TRUE(search.get());
    EXPECT_TRUE(lookup.get());
}

TEST_F(ReaderPoolTest, WhoWaitsTooLongIsRefused)
{
    DatabaseSettings settings = limits(1, 0);
    settings.pool_timeout_s = Seconds(0.05);
    pool.apply(settings);
    auto busy = block(Lane::lookup);
    EXPECT_TRUE(isInUse(1));
    EXPECT_FALSE(look(Lane::lookup).get());
    gate.open();
    EXPECT_TRUE(busy.get());
}

TEST_F(ReaderPoolTest, MoreMayReadFromTheMomentThatTheyMay)
{
    pool.apply(limits(1, 0));
    const auto busy = block(Lane::lookup);
    EXPECT_TRUE(isInUse(1));
    auto waiting = look(Lane::lookup);
    pool.apply(limits(2, 0));
    EXPECT_TRUE(waiting.get());
    gate.open();
}

TEST_F(ReaderPoolTest, AConnectionIsRenewedWhenItIsOld)
{
    const auto isMarked = [this] {
        bool isSame = false;
        EXPECT_TRUE(read(Lane::lookup, [&](SqliteConnection &connection) {
            SqliteQuery size = connection.query("PRAGMA cache_size");
            isSame = size.step().value_or(false) && size.integer(0) == 77;
        }).get());
        return isSame;
    };
    pool.apply(limits(1, 0));
    EXPECT_TRUE(read(Lane::lookup, [](SqliteConnection &connection) {
        EXPECT_TRUE(connection.execute("PRAGMA cache_size = 77"));
    }).get());
    EXPECT_TRUE(isMarked());
    DatabaseSettings settings = limits(1, 0);
    settings.pool_recycle_s = Seconds(0);
    pool.apply(settings);
    EXPECT_FALSE(isMarked());
}

TEST_F(ReaderPoolTest, WhatWasAskedBeforeTheEndIsAnswered)
{
    std::vector<std::future<bool>> reads;
    {
        ReaderPool leaving(home.path() / "pult.db", clock, registry);
        for (int i = 0; i < 100; ++i) {
            auto promise = std::make_shared<std::promise<bool>>();
            reads.push_back(promise->get_future());
            leaving.push(i % 2 == 0 ? Lane::lookup : Lane::search,
                [promise](const Result<SqliteConnection *> &reader) {
                    promise->set_value(reader.has_value());
                });
        }
    }
    for (auto &done : reads)
        EXPECT_TRUE(done.get());
}

} // namespace
} // namespace pult::service
