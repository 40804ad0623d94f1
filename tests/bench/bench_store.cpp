// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The series store beside Gorilla over the same rows. See bench/recording.h for
// PULT_BENCH_SCRAPES.
#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

#include <benchmark/benchmark.h>

#include "bench/peers/gorilla.h"
#include "bench/recording.h"
#include "telemetry/exposition/scrapeparser.h"
#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {
namespace {

using Rows = std::vector<std::vector<double>>;

Rows readNode()
{
    Rows rows;
    ScrapeParser parser;
    for (std::string &scrape : bench::recordedScrapes()) {
        parser.parse(std::make_shared<const std::string>(std::move(scrape)));
        rows.emplace_back(parser.values().begin(), parser.values().end());
    }
    for (std::vector<double> &row : rows)
        row.resize(rows.back().size(), kAbsent);
    return rows;
}

/// A service at work: buckets and counters of requests, sums of their seconds with nanoseconds as
/// clients print them, gauges of bytes and ratios; nearly all move every second.
Rows makeBusy()
{
    constexpr std::size_t kSeries = 4000;
    constexpr std::size_t kRows = 400;
    std::mt19937 random(9);
    std::vector<double> row(kSeries);
    std::vector<unsigned> pace(kSeries);
    for (std::size_t i = 0; i < kSeries; ++i) {
        row[i] = static_cast<double>(random() % 10'000'000);
        pace[i] = 1U << random() % 10;
    }
    Rows rows;
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t i = 0; i < kSeries; ++i) {
            const double step = std::poisson_distribution<unsigned>(pace[i])(random);
            if (i % 10 < 7)
                row[i] += step;
            else if (i % 10 == 7)
                row[i] = std::round((row[i] + step * 0.001234567) * 1e6) / 1e6;
            else if (i % 10 == 8)
                row[i] = 4096 * static_cast<double>(100'000 + random() % (64 * pace[i]));
            else
                row[i] = static_cast<double>(random() % 1000) / 1000;
        }
        rows.push_back(row);
    }
    return rows;
}

const Rows &node()
{
    static const Rows rows = readNode();
    return rows;
}

const Rows &busy()
{
    static const Rows rows = makeBusy();
    return rows;
}

WallTime timeOf(std::size_t row)
{
    return WallTime(std::chrono::seconds(1'800'000'000 + row));
}

/// Touches a sample without making either side wait for the one before.
std::uint64_t mixOf(std::int64_t at, double value)
{
    return static_cast<std::uint64_t>(at) ^ std::bit_cast<std::uint64_t>(value);
}

void report(benchmark::State &state, const Rows &rows, std::size_t samples, std::size_t bytes)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(samples));
    state.counters["bytes"] = double(bytes) / double(rows.size() * rows[0].size());
}

using Source = const Rows &();

void append(benchmark::State &state, Source source)
{
    const Rows &rows = source();
    SeriesStore store({Seconds(1e9), std::size_t(128) << 20U});
    std::size_t row = 0;
    for (auto _ : state) {
        store.append(timeOf(row), rows[row % rows.size()]);
        ++row;
    }
    report(state, rows, row * rows[0].size(), 0);
}

void scan(benchmark::State &state, Source source)
{
    const Rows &rows = source();
    HeadBlock head;
    for (std::size_t row = 0; row < rows.size(); ++row)
        head.append(timeOf(row), rows[row]);
    const std::size_t bytes = head.seal().bytes();
    SeriesStore store({});
    constexpr std::size_t kSealed = 2 * HeadBlock::kRows;
    for (std::size_t row = 0; row <= kSealed; ++row)
        store.append(timeOf(row), rows[row % rows.size()]);
    std::size_t samples = 0;
    for (auto _ : state)
        for (SeriesIndex series = 0; series < rows[0].size(); ++series)
            store.read(series, timeOf(0), timeOf(kSealed - 1), [&](auto times, auto values) {
                std::uint64_t seen = 0;
                for (std::size_t i = 0; i < times.size(); ++i)
                    seen ^= mixOf(times[i].time_since_epoch().count(), values[i]);
                benchmark::DoNotOptimize(seen);
                samples += times.size();
            });
    report(state, rows, samples, bytes);
}

std::vector<bench::Gorilla> gorillaOf(const Rows &rows)
{
    std::vector<bench::Gorilla> series(rows[0].size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t i = 0; i < series.size(); ++i)
            series[i].append(timeOf(row).time_since_epoch().count(), rows[row][i]);
    return series;
}

void gorillaAppend(benchmark::State &state, Source source)
{
    const Rows &rows = source();
    std::size_t times = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(gorillaOf(rows));
        ++times;
    }
    report(state, rows, times * rows.size() * rows[0].size(), 0);
}

void gorillaScan(benchmark::State &state, Source source)
{
    const Rows &rows = source();
    const auto series = gorillaOf(rows);
    std::size_t bytes = 0;
    for (const bench::Gorilla &each : series)
        bytes += each.bytes();
    std::size_t samples = 0;
    for (auto _ : state)
        for (const bench::Gorilla &each : series) {
            std::uint64_t seen = 0;
            each.scan([&seen](std::int64_t at, double value) { seen ^= mixOf(at, value); });
            benchmark::DoNotOptimize(seen);
            samples += rows.size();
        }
    report(state, rows, samples, bytes);
}

BENCHMARK_CAPTURE(append, node, node);
BENCHMARK_CAPTURE(append, busy, busy);
BENCHMARK_CAPTURE(scan, node, node);
BENCHMARK_CAPTURE(scan, busy, busy);
BENCHMARK_CAPTURE(gorillaAppend, node, node);
BENCHMARK_CAPTURE(gorillaAppend, busy, busy);
BENCHMARK_CAPTURE(gorillaScan, node, node);
BENCHMARK_CAPTURE(gorillaScan, busy, busy);

} // namespace
} // namespace pult::telemetry

BENCHMARK_MAIN();
