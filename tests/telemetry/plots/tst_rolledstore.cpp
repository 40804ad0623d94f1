// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/rolledstore.h"

#include <cmath>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr WallTime kStart{seconds(1'800'000'000)};
constexpr Retention kWeek{};
constexpr int kDay = 24 * 3600;

WallTime at(int second)
{
    return kStart + seconds(second);
}

PixelRange pixels(int from, int to, std::size_t columns)
{
    return {at(from), at(to), columns, Seconds(3)};
}

double highestOf(const std::vector<Extremes> &columns)
{
    double highest = NAN;
    for (const Extremes &column : columns)
        highest = std::fmax(highest, column.high);
    return highest;
}

std::size_t gaps(const std::vector<Extremes> &columns)
{
    return static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(),
        [](const Extremes &column) { return std::isnan(column.high); }));
}

RolledStore filled(const std::vector<int> &spikes, int length, const Retention &retention = kWeek)
{
    RolledStore store(retention);
    for (int i = 0; i < length; ++i) {
        const bool isSpike = std::find(spikes.begin(), spikes.end(), i) != spikes.end();
        store.append(at(i), std::vector{isSpike ? 99.0 : double(i % 2)});
    }
    return store;
}

TEST(RolledStore, NoSpikeIsLostInAnyRange)
{
    const std::vector<int> spikes{5, 3599, 40'000, kDay - 1};
    const RolledStore store = filled(spikes, kDay);
    for (const int spike : spikes)
        for (const int half : {100, 2000, 20'000, 4 * kDay})
            for (const std::size_t columns : {97U, 900U}) {
                const auto found = store.decimate(0, pixels(spike - half, spike + half, columns));
                EXPECT_EQ(highestOf(found), 99) << spike << ' ' << half << ' ' << columns;
                EXPECT_EQ(found[columns / 2 - 1].high == 99 || found[columns / 2].high == 99
                        || (columns / 2 + 1 < columns && found[columns / 2 + 1].high == 99),
                    true)
                    << spike << ' ' << half << ' ' << columns;
            }
}

/// Against the rows themselves: each column holds at least what falls into it, and at most what
/// falls within a step of it.
TEST(RolledStore, ColumnsAreThoseOfTheRowsToOneStep)
{
    std::mt19937 random(3);
    RolledStore store(kWeek);
    std::map<int, double> rows;
    for (int i = 0; i < kDay; ++i) {
        rows[i] = double(random() % 100'000);
        store.append(at(i), std::vector{rows[i]});
    }
    constexpr int kColumns = 288; // 300 s each: the coarsest step
    const auto found = store.decimate(0, pixels(0, kDay, kColumns));
    for (int column = 0; column < kColumns; ++column) {
        Extremes expected{1e9, -1e9};
        for (auto row = rows.lower_bound(column * 300); row != rows.lower_bound(column * 300 + 300);
             ++row)
            expected = {std::min(expected.low, row->second), std::max(expected.high, row->second)};
        EXPECT_EQ(found[std::size_t(column)].low, expected.low) << column;
        EXPECT_EQ(found[std::size_t(column)].high, expected.high) << column;
    }
}

TEST(RolledStore, NothingIsShownBeforeTheFirstRow)
{
    RolledStore store(kWeek);
    for (int i = 0; i < 700; ++i)
        store.append(at(295 + i), std::vector{1.0}); // Shortly before steps of each length end.
    const std::vector<Extremes> columns = store.decimate(0, pixels(0, 1000, 1000));
    EXPECT_EQ(gaps(columns), 1000U - 700U);
}

TEST(RolledStore, OldFineRowsAreShownByTheirRollups)
{
    constexpr int kDays = 3 * kDay;
    const RolledStore store = filled({1000}, kDays, {Seconds(7 * kDay), 4 << 20});
    // Ten minutes that the bytes leave no fine row of.
    const auto found = store.decimate(0, pixels(700, 1300, 600));
    EXPECT_EQ(gaps(found), 0U);
    EXPECT_EQ(highestOf(found), 99);
    EXPECT_EQ(gaps(store.decimate(0, pixels(0, kDays, 900))), 0U);
}

TEST(RolledStore, TheNewestColumnsNeedNoFinishedStep)
{
    const RolledStore store = filled({kDay - 2}, kDay);
    const auto found = store.decimate(0, pixels(kDay - 7 * kDay, kDay, 900));
    EXPECT_EQ(found.back().high, 99);
}

TEST(RolledStore, AGapStaysAGapInEveryResolution)
{
    RolledStore store(kWeek);
    for (int i = 0; i < kDay; ++i)
        if (i < 30'000 || i >= 40'000)
            store.append(at(i), std::vector{1.0});
    for (const std::size_t columns : {200U, 1000U, 4000U}) {
        const auto found = store.decimate(0, pixels(0, kDay, columns));
        const auto place = [&](int second) { return std::size_t(second) * columns / kDay; };
        EXPECT_TRUE(std::isnan(found[place(35'000)].high)) << columns;
        EXPECT_TRUE(std::isnan(found[place(31'000)].high)) << columns;
        EXPECT_TRUE(std::isnan(found[place(39'000)].high)) << columns;
        EXPECT_EQ(found[place(29'000)].high, 1) << columns;
        EXPECT_EQ(found[place(41'000)].high, 1) << columns;
        EXPECT_NEAR(double(gaps(found)), double(columns) * 10'000 / kDay, 2.5) << columns;
    }
}

TEST(RolledStore, AnEmptyOneHasOnlyGaps)
{
    const RolledStore store(kWeek);
    EXPECT_EQ(gaps(store.decimate(0, pixels(0, kDay, 100))), 100U);
}

TEST(RolledStore, AClockSetBackRollsUpAgain)
{
    RolledStore store = filled({5000, 5100, 7000}, 10'000);
    store.append(at(5050), std::vector{1.0});
    for (int i = 5051; i < 9000; ++i)
        store.append(at(i), std::vector{1.0});
    EXPECT_EQ(highestOf(store.decimate(0, pixels(4990, 5049, 3))), 99);
    EXPECT_EQ(highestOf(store.decimate(0, pixels(4000, 5049, 10))), 99);
    for (const std::size_t columns : {5U, 50U, 500U})
        EXPECT_EQ(highestOf(store.decimate(0, pixels(5400, 10'000, columns))), 1) << columns;
}

/// Stopping and starting again at any moment changes nothing in any resolution.
TEST(RolledStore, RunsOneBehindTheOtherRollUpAsOne)
{
    const test::TemporaryDirectory directory;
    RolledStore whole(kWeek);
    std::mt19937 random(8);
    int now = 0;
    for (int run = 0; run < 25; ++run) {
        const auto folder = HistoryFolder::open(directory.path());
        RolledStore part = RolledStore::open(*folder, "s", kWeek).value();
        EXPECT_EQ(part.lost(), 0U);
        for (const int end = now + int(random() % 2500); now < end; ++now) {
            const std::vector values{double(random() % 1000), double(now)};
            whole.append(at(now), values);
            part.append(at(now), values);
        }
        now += int(random() % 400);
    }
    const auto folder = HistoryFolder::open(directory.path());
    const RolledStore found = RolledStore::open(*folder, "s", kWeek).value();
    for (const std::size_t columns : {now / 300U, now / 60U, now / 10U, unsigned(now)})
        for (const SeriesIndex series : {0U, 1U}) {
            const auto range = pixels(0, now, columns);
            const auto expected = whole.decimate(series, range);
            const auto columnsFound = found.decimate(series, range);
            for (std::size_t i = 0; i < columns; ++i) {
                ASSERT_EQ(std::isnan(columnsFound[i].low), std::isnan(expected[i].low)) << i;
                if (!std::isnan(expected[i].low)) {
                    ASSERT_EQ(columnsFound[i].low, expected[i].low) << columns << ' ' << i;
                    ASSERT_EQ(columnsFound[i].high, expected[i].high) << columns << ' ' << i;
                }
            }
        }
}

} // namespace
} // namespace pult::telemetry
