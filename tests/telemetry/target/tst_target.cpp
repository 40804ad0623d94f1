// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/target.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"
#include "support/wholefile.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr WallTime kStart{seconds(1'800'000'000)};

/// Scrapes of a service that finishes images at a steady pace.
std::string exposition(int finished, int requests, int failures)
{
    const auto line = [](std::string_view series, int value) {
        return std::string(series) + ' ' + std::to_string(value) + '\n';
    };
    return line(R"(pult_jobs_finished_total{kind="image",outcome="succeeded"})", finished)
        + line(
            R"(pult_http_requests_total{route="/api/v1/jobs",method="GET",code="200"})", requests)
        + line(
            R"(pult_http_requests_total{route="/metrics",method="GET",code="200"})", 77 * requests)
        + (failures < 0
                ? std::string()
                : line(R"(pult_http_requests_total{route="/x",method="GET",code="500"})", failures))
        + line(R"(pult_queue_depth{kind="image"})", 3) + line(R"(pult_queue_depth{kind="text"})", 4)
        + line(R"(pult_workers{kind="image",state="busy"})", 2)
        + line(R"(pult_workers{kind="image",state="idle"})", 6)
        + line(R"(pult_pool_in_use{pool="store"})", 1)
        + line(R"(pult_pool_capacity{pool="store"})", 4);
}

TEST(Target, ComputesTheSignalsOfTheContract)
{
    Target target;
    for (int i = 0; i <= 20; ++i)
        target.ingest(kStart + seconds(i), exposition(100 + 2 * i, 50 + 4 * i, -1));

    EXPECT_DOUBLE_EQ(target.latest("jobRate"), 2);
    EXPECT_DOUBLE_EQ(target.latest("jobRateByKind", "image"), 2);
    EXPECT_DOUBLE_EQ(target.latest("requestRate"), 4);
    EXPECT_DOUBLE_EQ(target.latest("queued"), 7);
    EXPECT_DOUBLE_EQ(target.latest("running"), 2);
    EXPECT_DOUBLE_EQ(target.latest("slots"), 8);
    EXPECT_DOUBLE_EQ(target.latest("poolUse", "store"), 0.25);
    EXPECT_DOUBLE_EQ(target.latest("storeUse"), 0.25);
    EXPECT_DOUBLE_EQ(target.latest("errorRatio"), 0);
    EXPECT_TRUE(std::isnan(target.latest("cpu")));
    EXPECT_TRUE(std::isnan(target.latest("responseP95")));
}

TEST(Target, CountsTheFirstErrorsThatEverHappen)
{
    Target target;
    target.ingest(kStart, exposition(0, 0, -1));
    target.ingest(kStart + seconds(1), exposition(0, 9, 1));
    EXPECT_DOUBLE_EQ(target.latest("errorRatio"), 0.1);
}

TEST(Target, TakesALatencyQuantileOverAllRoutesOfClients)
{
    Target target;
    const auto bucket = [](std::string_view route, std::string_view le, int count) {
        return "pult_http_request_duration_seconds_bucket{route=\"" + std::string(route)
            + "\",le=\"" + std::string(le) + "\"} " + std::to_string(count) + '\n';
    };
    const auto scrape = [&](int n) {
        return bucket("/a", "0.1", 8 * n) + bucket("/a", "0.2", 10 * n)
            + bucket("/a", "+Inf", 10 * n) + bucket("/b", "0.1", 0) + bucket("/b", "0.2", 10 * n)
            + bucket("/b", "+Inf", 10 * n) + bucket("/metrics", "0.1", 1000 * n)
            + bucket("/metrics", "+Inf", 1000 * n);
    };
    for (int i = 0; i < 5; ++i)
        target.ingest(kStart + seconds(i), scrape(i));
    // Of 20 a second, 8 lie below 0.1 and 12 between 0.1 and 0.2; the median is the tenth.
    EXPECT_NEAR(target.latest("responseP50"), 0.1 + 0.1 * 2 / 12, 1e-12);
    EXPECT_NEAR(target.latest("responseP95"), 0.1 + 0.1 * 11 / 12, 1e-12);
}

TEST(Target, ARestartIsNeitherASpikeNorANegativeRate)
{
    Target target;
    for (int i = 0; i <= 5; ++i)
        target.ingest(kStart + seconds(i), exposition(1000 + i, 0, -1));
    for (int i = 6; i <= 10; ++i)
        target.ingest(kStart + seconds(i), exposition(i - 5, 0, -1));
    EXPECT_DOUBLE_EQ(target.latest("jobRate"), 1);
}

TEST(Target, AMissingScrapeIsAGapInTheChart)
{
    Target target;
    for (int i = 0; i <= 60; ++i)
        if (i < 20 || i > 40)
            target.ingest(kStart + seconds(i), exposition(i, 0, -1));
    const auto traces = target.chart("queued", {kStart, kStart + seconds(60), 60, Seconds(3)});
    ASSERT_EQ(traces.size(), 1U);
    EXPECT_DOUBLE_EQ(traces[0].columns[10].high, 7);
    EXPECT_TRUE(std::isnan(traces[0].columns[30].high));
    EXPECT_DOUBLE_EQ(traces[0].columns[50].low, 7);
}

Target opened(const std::filesystem::path &path)
{
    return Target::open(*HistoryFolder::open(path), shippedProfiles(), {.retention = {}}).value();
}

std::vector<Target::TracePixels> queueOf(const Target &target, int from, int to)
{
    return target.chart("queued",
        {kStart + seconds(from), kStart + seconds(to), std::size_t(to - from), Seconds(3)});
}

TEST(Target, ANewRunShowsTheEarlierDataWithAGap)
{
    const test::TemporaryDirectory directory;
    {
        Target target = opened(directory.path());
        for (int i = 0; i < 700; ++i)
            target.ingest(kStart + seconds(i), exposition(i, 0, -1));
        EXPECT_FALSE(target.historyProblem());
    }
    Target target = opened(directory.path());
    EXPECT_EQ(target.lostHistory(), 0U);
    EXPECT_EQ(target.newest(), kStart + seconds(699));
    EXPECT_EQ(queueOf(target, 0, 700).size(), 1U);
    for (int i = 800; i < 900; ++i)
        target.ingest(kStart + seconds(i), exposition(i, 0, -1));
    const auto traces = queueOf(target, 0, 900);
    ASSERT_EQ(traces.size(), 1U);
    EXPECT_EQ(traces[0].columns[10].high, 7);
    EXPECT_EQ(traces[0].columns[698].high, 7);
    for (std::size_t i = 701; i < 800; ++i)
        EXPECT_TRUE(std::isnan(traces[0].columns[i].high)) << i;
    EXPECT_EQ(traces[0].columns[850].high, 7);
    EXPECT_DOUBLE_EQ(target.latest("jobRate"), 1);
}

TEST(Target, EverySampleIsKeptForAWeek)
{
    constexpr int kWeek = 7 * 24 * 3600;
    constexpr int kApart = 300;
    const test::TemporaryDirectory directory;
    {
        Target target = opened(directory.path());
        for (int i = 0; i <= kWeek; i += kApart)
            target.ingest(kStart + seconds(i), "depth " + std::to_string(i) + '\n');
    }
    const Target target = opened(directory.path());
    for (int i = 0; i <= kWeek; i += kApart) {
        const WallTime at = kStart + seconds(i);
        const LinePlot plot =
            target.plot({.metric = "depth"}, {at, at + seconds(3), 3, Seconds(3)});
        ASSERT_EQ(plot.traces.size(), 1U);
        EXPECT_EQ(plot.traces[0].columns[0].high, i);
        EXPECT_TRUE(std::isnan(plot.traces[0].columns[1].high)) << i;
    }
}

TEST(Target, WhatTheServiceHasNoMoreIsShownWhereItWas)
{
    const test::TemporaryDirectory directory;
    {
        Target target = opened(directory.path());
        for (int i = 0; i < 100; ++i)
            target.ingest(kStart + seconds(i), exposition(i, 0, -1));
    }
    Target target = opened(directory.path());
    for (int i = 200; i < 300; ++i)
        target.ingest(kStart + seconds(i),
            "pult_pool_in_use{pool=\"cpu\"} 1\n"
            "pult_pool_capacity{pool=\"cpu\"} 2\n");
    const auto pools = [&target](int from, int to) {
        std::string names;
        for (const auto &trace :
            target.chart("poolUse", {kStart + seconds(from), kStart + seconds(to), 50, Seconds(3)}))
            names += trace.label + ' ';
        return names;
    };
    EXPECT_EQ(pools(0, 300), "cpu store ");
    EXPECT_EQ(pools(200, 300), "cpu ");
}

TEST(Target, TheSecondConsoleSaysThatItDoesNotKeepTheHistory)
{
    const test::TemporaryDirectory directory;
    Target first = opened(directory.path());
    first.ingest(kStart, exposition(1, 0, -1));
    Target second = opened(directory.path());
    ASSERT_TRUE(second.historyProblem());
    EXPECT_EQ(second.historyProblem()->code, ErrorCode::conflict);
    EXPECT_EQ(queueOf(second, 0, 1)[0].columns[0].high, 7);
    second.ingest(kStart + seconds(1), exposition(2, 0, -1));
    EXPECT_EQ(queueOf(second, 1, 2)[0].columns[0].high, 7);
    EXPECT_FALSE(first.historyProblem());
}

TEST(Target, SeriesThatBecameTooManyBeginAnew)
{
    const test::TemporaryDirectory directory;
    Target::Limits limits{.retention = {}};
    limits.scrape.series = 100;
    const auto run = [&](int first) {
        Target target =
            Target::open(*HistoryFolder::open(directory.path()), shippedProfiles(), limits).value();
        for (int i = 0; i < 30; ++i) {
            const std::string pod = "pod{name=\"" + std::to_string(first + i) + "\"} 1\n";
            target.ingest(kStart + seconds(first + i), exposition(first + i, 0, -1) + pod);
        }
        return SeriesBook::open(*HistoryFolder::open(directory.path()), "series")->names().size();
    };
    EXPECT_EQ(run(0), 9U + 30U);
    EXPECT_EQ(run(100), 9U + 60U);
    EXPECT_EQ(run(200), 9U + 30U);
    EXPECT_EQ(queueOf(opened(directory.path()), 0, 300)[0].columns[10].high, 7);
}

TEST(Target, AForeignFolderIsRefused)
{
    const test::TemporaryDirectory directory;
    test::writeFile(
        directory.path() / "signals.names", "milk, bread, eggs: a list of things to buy");
    const auto target = Target::open(*HistoryFolder::open(directory.path()), shippedProfiles(), {});
    ASSERT_FALSE(target);
    EXPECT_EQ(target.error().code, ErrorCode::unsupported);
}

} // namespace
} // namespace pult::telemetry
