// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <gmock/gmock.h>

#include "support/daemon.h"
#include "support/openmetricscheck.h"

namespace pult::test {
namespace {

double valueOf(const std::string &page, const std::string &series)
{
    const std::size_t at = page.find('\n' + series + ' ');
    return at == std::string::npos ? -1.0 : std::stod(page.substr(at + series.size() + 2));
}

TEST(Telemetry, TheWholePageIsOpenMetricsForWhoAsks)
{
    Daemon daemon;
    HttpClient client = daemon.admin();
    client.post("/api/generate/text?wait=10", R"({"prompt":"a"})");
    const HttpReply reply = client.get("/metrics", {{"Accept", "application/openmetrics-text"}});
    EXPECT_EQ(
        reply.header("Content-Type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
    EXPECT_EQ(reply.header("Vary"), "Accept");
    EXPECT_THAT(OpenMetricsCheck::faultsIn(reply.body), testing::IsEmpty());
    EXPECT_EQ(valueOf(reply.body, R"(pult_jobs_submitted_total{kind="text"})"), 1);
}

TEST(Telemetry, ConnectionsAreAPoolLikeTheOthers)
{
    Daemon daemon("[http]\nmax_connections = 3\nkeep_alive_s = 60");
    HttpClient client = daemon.admin();
    HttpClient other(daemon.port());
    other.get("/livez");
    std::string page = client.get("/metrics").body;
    EXPECT_EQ(valueOf(page, R"(pult_pool_capacity{pool="http"})"), 3);
    EXPECT_EQ(valueOf(page, R"(pult_pool_in_use{pool="http"})"), 2);
    EXPECT_EQ(valueOf(page, R"(pult_pool_waiting{pool="http"})"), 0);
    EXPECT_EQ(valueOf(page, R"(pult_pool_timeouts_total{pool="http"})"), 0);
    HttpClient third(daemon.port());
    third.get("/livez");
    RawConnection refused(daemon.port());
    refused.readAll();
    page = client.get("/metrics").body;
    EXPECT_EQ(valueOf(page, R"(pult_pool_in_use{pool="http"})"), 3);
    EXPECT_EQ(valueOf(page, R"(pult_pool_timeouts_total{pool="http"})"), 1);
    for (const char *pool : {"cpu", "store", "upstream"})
        EXPECT_GE(valueOf(page, std::string("pult_pool_in_use{pool=\"") + pool + "\"}"), 0) << pool;
}

TEST(Telemetry, HealthChecksEverythingThatMayRunOut)
{
    Daemon daemon;
    const auto health = daemon.admin().get("/health").json();
    std::set<std::string> names;
    for (const auto &check : health.at("checks").as_array()) {
        names.emplace(check.at("name").as_string());
        EXPECT_TRUE(check.as_object().contains("observed")) << check;
        EXPECT_TRUE(check.as_object().contains("limit")) << check;
    }
    for (const char *name : {"store", "queue", "workers", "cpu_processes", "http", "upstream",
             "provider", "disk", "memory", "cpu", "configuration"})
        EXPECT_TRUE(names.contains(name)) << name;
}

} // namespace
} // namespace pult::test
