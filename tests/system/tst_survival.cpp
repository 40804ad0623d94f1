// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <csignal>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

constexpr auto kSettings = R"(
[rate_limits]
enabled = false
[synthetic]
text_latency_s = 0.02
[workers]
text = 4
)";

/// Submits until it is told to stop or the service is gone; the ids that were answered 202.
std::vector<std::string> submitWhile(const std::atomic<bool> &goesOn, HttpClient client)
{
    std::vector<std::string> accepted;
    while (goesOn) {
        const HttpReply reply =
            client.post("/api/generate/text", R"({"prompt":"survive","params":{"words":5}})");
        if (reply.status != 202)
            break;
        accepted.emplace_back(reply.json().at("id").as_string());
    }
    return accepted;
}

std::set<std::string> acceptedUntilKilled(Daemon &daemon, std::size_t threads)
{
    std::atomic<bool> goesOn = true;
    std::vector<std::vector<std::string>> accepted(threads);
    {
        std::vector<std::jthread> clients;
        for (auto &ids : accepted)
            clients.emplace_back([&] { ids = submitWhile(goesOn, daemon.admin()); });
        HttpClient watcher = daemon.admin();
        EXPECT_TRUE(eventually([&] {
            return watcher.get("/queue").json().at("totals").at("depth").as_int64() > 150;
        }));
        daemon.killNow();
        goesOn = false;
    }
    std::set<std::string> all;
    for (const auto &ids : accepted)
        all.insert(ids.begin(), ids.end());
    return all;
}

bool isIdle(HttpClient &client)
{
    const auto totals = client.get("/queue").json().at("totals");
    return totals.at("depth").as_int64() + totals.at("running").as_int64() == 0;
}

TEST(Survival, EveryAcceptedJobEndsOnceThoughTheDaemonIsKilledUnderLoad)
{
    Daemon daemon(kSettings);
    const std::set<std::string> accepted = acceptedUntilKilled(daemon, 4);
    ASSERT_GT(accepted.size(), 150U);

    daemon.start();
    HttpClient client = daemon.admin();
    ASSERT_TRUE(eventually([&] { return isIdle(client); }));
    for (const std::string &id : accepted) {
        const HttpReply job = client.get("/api/v1/jobs/" + id);
        ASSERT_EQ(job.status, 200U) << id;
        EXPECT_EQ(job.json().at("state"), "succeeded") << job.body;
        const HttpReply result = client.get("/api/v1/jobs/" + id + "/result");
        EXPECT_EQ(result.status, 200U);
        EXPECT_EQ(static_cast<std::int64_t>(result.body.size()),
            job.json().at("result").at("bytes").as_int64());
    }
    std::size_t jobs = 0;
    std::string cursor;
    do {
        const auto page = client.get("/api/v1/jobs?state=succeeded&limit=500" + cursor).json();
        jobs += page.at("jobs").as_array().size();
        const auto *next = page.as_object().if_contains("next_cursor");
        cursor = next ? "&cursor=" + std::string(next->as_string()) : "";
    } while (!cursor.empty());
    EXPECT_GE(jobs, accepted.size());
}

TEST(Survival, ASecondDaemonIsKeptOffTheSameData)
{
    Daemon daemon;
    const Ran second =
        runPultd({"serve", "--listen", "127.0.0.1:0", "--data", daemon.data().string()});
    EXPECT_EQ(second.code, 1);
    EXPECT_NE(second.output.find("Another pultd"), std::string::npos) << second.output;
    EXPECT_EQ(HttpClient(daemon.port()).get("/readyz").status, 200U);
}

} // namespace
} // namespace pult::test
