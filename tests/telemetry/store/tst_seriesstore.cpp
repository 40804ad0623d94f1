// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/seriesstore.h"

#include <bit>
#include <cmath>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

WallTime at(int second)
{
    return WallTime(seconds(second));
}

std::vector<double> valuesOf(const SeriesStore &store, SeriesIndex series, int from, int to)
{
    std::vector<double> all;
    store.read(series, at(from), at(to), [&all](auto times, auto values) {
        EXPECT_EQ(times.size(), values.size());
        all.insert(all.end(), values.begin(), values.end());
    });
    return all;
}

SeriesStore filled(int rows, const SeriesStore::Limits &limits = {})
{
    SeriesStore store(limits);
    for (int i = 0; i < rows; ++i)
        store.append(at(i), std::vector<double>{double(i), -double(i)});
    return store;
}

TEST(SeriesStore, ReadsARangeAcrossBlocks)
{
    const SeriesStore store = filled(2000);
    const auto values = valuesOf(store, 1, 500, 1600);
    ASSERT_EQ(values.size(), 1101U);
    EXPECT_EQ(values.front(), -500);
    EXPECT_EQ(values.back(), -1600);
    EXPECT_EQ(valuesOf(store, 0, -10, 0), std::vector<double>{0});
    EXPECT_TRUE(valuesOf(store, 0, 2000, 3000).empty());
}

TEST(SeriesStore, ASeriesHasNoValuesBeforeItsFirst)
{
    SeriesStore store = filled(3);
    store.append(at(3), std::vector<double>{3, -3, 7});
    const auto values = valuesOf(store, 2, 0, 9);
    ASSERT_EQ(values.size(), 4U);
    EXPECT_TRUE(std::isnan(values[2]));
    EXPECT_EQ(values[3], 7);
    EXPECT_EQ(store.latest(2), 7);
}

TEST(SeriesStore, ASeriesThatVanishesIsStale)
{
    SeriesStore store = filled(3);
    store.append(at(3), std::vector<double>{3, NAN});
    EXPECT_TRUE(std::isnan(store.latest(1)));
    EXPECT_TRUE(std::isnan(store.latest(99)));
    store.append(at(4), std::vector<double>{4});
    EXPECT_TRUE(std::isnan(store.latest(1)));
    EXPECT_EQ(store.latest(0), 4);
}

TEST(SeriesStore, AnEmptyOneKnowsNothing)
{
    const SeriesStore store({});
    EXPECT_EQ(store.rows(), 0U);
    EXPECT_TRUE(std::isnan(store.latest(0)));
    EXPECT_TRUE(valuesOf(store, 0, 0, 10).empty());
}

TEST(SeriesStore, KeepsItsSpan)
{
    const SeriesStore store = filled(5000, {Seconds(1000), 1 << 30});
    EXPECT_GE(store.rows(), 1001U);
    EXPECT_LE(store.rows(), 1001U + 512U + SeriesStore::kSettledRows);
    EXPECT_EQ(valuesOf(store, 0, 3999, 4001), (std::vector<double>{3999, 4000, 4001}));
}

TEST(SeriesStore, AClockThatJumpsAheadForAMomentMakesNothingOld)
{
    constexpr int kYear = 365 * 24 * 3600;
    SeriesStore store = filled(3000, {Seconds(1000), 1 << 30});
    const std::size_t before = store.rows();
    for (int i = 0; i < int(SeriesStore::kSettledRows); ++i)
        store.append(at(kYear + i), std::vector<double>{1, 2});
    store.append(at(3000), std::vector<double>{3000, -3000});
    EXPECT_EQ(store.rows(), before + 1);
    EXPECT_EQ(valuesOf(store, 0, 1999, 2001), (std::vector<double>{1999, 2000, 2001}));
}

TEST(SeriesStore, AClockThatStaysAheadMakesTheRestOld)
{
    constexpr int kYear = 365 * 24 * 3600;
    SeriesStore store = filled(3000, {Seconds(1000), 1 << 30});
    for (int i = 0; i < 1000; ++i)
        store.append(at(kYear + i), std::vector<double>{1, 2});
    EXPECT_GE(*store.oldest(), at(2500));
}

TEST(SeriesStore, KeepsItsSize)
{
    const SeriesStore store = filled(50'000, {Seconds(1'000'000), 100'000});
    EXPECT_LE(store.bytes(), 100'000U);
    EXPECT_GT(store.rows(), 1000U);
    EXPECT_EQ(store.latest(0), 49'999);
}

TEST(SeriesStore, AClockSetBackTakesTheFutureAlong)
{
    SeriesStore store = filled(1500);
    store.append(at(600), std::vector<double>{1, 2});
    EXPECT_EQ(store.rows(), 601U);
    EXPECT_EQ(valuesOf(store, 0, 598, 5000), (std::vector<double>{598, 599, 1}));
    store.append(at(-5), std::vector<double>{8, 9});
    EXPECT_EQ(store.rows(), 1U);
    EXPECT_EQ(store.latest(1), 9);
}

TEST(SeriesStore, WhatTheSetBackClockDroppedDoesNotComeBack)
{
    SeriesStore store = filled(10);
    store.append(at(4), std::vector<double>{44});
    store.append(at(5), std::vector<double>{55});
    EXPECT_TRUE(std::isnan(store.latest(1)));
    EXPECT_TRUE(std::isnan(valuesOf(store, 1, 5, 5).at(0)));
}

std::vector<std::uint64_t> bitsOf(const std::vector<double> &values)
{
    std::vector<std::uint64_t> bits;
    for (const double value : values)
        bits.push_back(std::bit_cast<std::uint64_t>(value));
    return bits;
}

/// Against rows that are simply kept, whatever is done in whatever order.
TEST(SeriesStore, GivesBackWhatItWasGivenToTheLastBit)
{
    constexpr SeriesIndex kSeries = 8;
    std::mt19937_64 random(5);
    SeriesStore store({Seconds(1e6), 1 << 30});
    std::map<int, std::vector<double>> rows;
    const auto check = [&](SeriesIndex series, int from, int to) {
        std::vector<double> expected;
        for (auto row = rows.lower_bound(from); row != rows.upper_bound(to); ++row)
            expected.push_back(row->second[series]);
        ASSERT_EQ(bitsOf(valuesOf(store, series, from, to)), bitsOf(expected)) << series;
    };
    int now = 0;
    std::vector<double> values;
    for (int i = 0; i < 6000; ++i) {
        const bool isSetBack = random() % 200 == 0;
        now += isSetBack ? -static_cast<int>(random() % (i % 2 == 0 ? 9 : 900))
                         : 1 + int(random() % 2);
        values.resize(std::min<std::size_t>(kSeries, 1 + std::size_t(i) / 500));
        for (std::size_t s = 0; s < values.size(); ++s) {
            if (s == 0)
                values[s] = i;
            else if (random() % (20 * s) == 0)
                values[s] = s == 7 ? std::bit_cast<double>(random()) : double(random() % 999) / 8;
        }
        rows.erase(rows.lower_bound(now), rows.end());
        rows[now] = values;
        rows[now].resize(kSeries, kAbsent);
        store.append(at(now), values);
        ASSERT_NO_FATAL_FAILURE(check(SeriesIndex(i) % kSeries, now - i % 40, now));
    }
    ASSERT_EQ(store.rows(), rows.size());
    for (SeriesIndex series = 0; series < kSeries; ++series)
        for (const auto &[from, to] : {std::pair(-10'000, 10'000), {700, 701}, {1000, 4000}})
            ASSERT_NO_FATAL_FAILURE(check(series, from, to));
}

TEST(SeriesStore, PacksWhatStandsStillAndWhatCounts)
{
    SeriesStore store({});
    std::vector<double> values(1000, 12.5);
    for (int i = 0; i < 20 * 512; ++i) {
        values[0] = i * 0.25;
        store.append(at(i), values);
    }
    EXPECT_LE(store.bytes(), store.rows() * values.size() / 20);
}

} // namespace
} // namespace pult::telemetry
