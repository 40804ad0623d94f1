// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target.h"

#include <cmath>

#include <gtest/gtest.h>

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

    EXPECT_DOUBLE_EQ(target.latest(Signal::jobRate), 2);
    EXPECT_DOUBLE_EQ(target.latest(Signal::jobRateByKind, "image"), 2);
    EXPECT_DOUBLE_EQ(target.latest(Signal::requestRate), 4);
    EXPECT_DOUBLE_EQ(target.latest(Signal::queue, "depth"), 7);
    EXPECT_DOUBLE_EQ(target.latest(Signal::queue, "running"), 2);
    EXPECT_DOUBLE_EQ(target.latest(Signal::slots), 8);
    EXPECT_DOUBLE_EQ(target.latest(Signal::poolUse, "store"), 0.25);
    EXPECT_DOUBLE_EQ(target.latest(Signal::storeUse), 0.25);
    EXPECT_DOUBLE_EQ(target.latest(Signal::errorRatio), 0);
    EXPECT_TRUE(std::isnan(target.latest(Signal::cpu)));
    EXPECT_TRUE(std::isnan(target.latest(Signal::latency, "p95")));
}

TEST(Target, CountsTheFirstErrorsThatEverHappen)
{
    Target target;
    target.ingest(kStart, exposition(0, 0, -1));
    target.ingest(kStart + seconds(1), exposition(0, 9, 1));
    EXPECT_DOUBLE_EQ(target.latest(Signal::errorRatio), 0.1);
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
    EXPECT_NEAR(target.latest(Signal::latency, "p50"), 0.1 + 0.1 * 2 / 12, 1e-12);
    EXPECT_NEAR(target.latest(Signal::latency, "p95"), 0.1 + 0.1 * 11 / 12, 1e-12);
}

TEST(Target, ARestartIsNeitherASpikeNorANegativeRate)
{
    Target target;
    for (int i = 0; i <= 5; ++i)
        target.ingest(kStart + seconds(i), exposition(1000 + i, 0, -1));
    for (int i = 6; i <= 10; ++i)
        target.ingest(kStart + seconds(i), exposition(i - 5, 0, -1));
    EXPECT_DOUBLE_EQ(target.latest(Signal::jobRate), 1);
}

TEST(Target, AMissingScrapeIsAGapInTheChart)
{
    Target target;
    for (int i = 0; i <= 60; ++i)
        if (i < 20 || i > 40)
            target.ingest(kStart + seconds(i), exposition(i, 0, -1));
    const auto traces = target.chart(Signal::queue, {kStart, kStart + seconds(60), 60, Seconds(3)});
    ASSERT_EQ(traces.size(), 2U);
    EXPECT_EQ(traces[0].name, "depth");
    EXPECT_DOUBLE_EQ(traces[0].columns[10].high, 7);
    EXPECT_TRUE(std::isnan(traces[0].columns[30].high));
    EXPECT_DOUBLE_EQ(traces[0].columns[50].low, 7);
}

} // namespace
} // namespace pult::telemetry
