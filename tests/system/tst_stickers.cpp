// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>

#include <gtest/gtest.h>

#include "contract/base64.h"
#include "support/daemon.h"
#include "support/processtable.h"
#include "support/tgsfile.h"

namespace pult::test {
namespace {

constexpr auto kNoLimits = R"(
[rate_limits]
enabled = false
)";

std::string bodyFor(const std::string &tgs, const std::string &more = {})
{
    return R"({"params":{"width":64,"tgs":")" + contract::toBase64(tgs) + "\"" + more + "}}";
}

TEST(Stickers, AFileComesBackAsAnAnimationAndTheSecondTimeFromTheCache)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    const std::string body = bodyFor(LottieText{}.tgs());
    const HttpReply first = client.post("/api/generate/sticker?wait=30", body);
    ASSERT_EQ(first.status, 200U) << first.body;
    const auto job = first.json();
    ASSERT_EQ(job.at("state"), "succeeded") << first.body;
    EXPECT_EQ(job.at("result").at("width"), 64);
    EXPECT_EQ(first.body.find("\"tgs\""), std::string::npos) << "the file is not sent back";
    const std::string id(job.at("result").at("sticker_id").as_string());
    const HttpReply result = client.get(std::string(job.at("result").at("link").as_string()));
    EXPECT_EQ(result.body.substr(0, 4), "RIFF");

    const HttpReply cached = client.get("/stickers/" + id);
    EXPECT_EQ(cached.status, 200U);
    EXPECT_EQ(cached.header("Content-Type"), "image/webp");
    EXPECT_EQ(cached.header("Content-Length"), std::to_string(cached.body.size()));
    EXPECT_EQ(cached.body, result.body);
    EXPECT_EQ(
        client.get("/stickers/" + id, {{"If-None-Match", cached.header("ETag")}}).status, 304U);

    const auto before = client.get("/cache/stats").json();
    EXPECT_EQ(before.at("entries"), 1);
    const HttpReply again = client.post("/api/generate/sticker?wait=30", body);
    EXPECT_EQ(again.json().at("result").at("sticker_id"), id.c_str());
    const auto after = client.get("/cache/stats").json();
    EXPECT_EQ(after.at("hits").as_int64(), before.at("hits").as_int64() + 1);
    EXPECT_EQ(after.at("entries"), 1);
    EXPECT_EQ(after.at("policy"), "lru");
}

TEST(Stickers, ABrokenFileIsAClearFailureAtTheFirstAttempt)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    const auto failureOf = [&](const std::string &tgs) {
        const auto job = client.post("/api/generate/sticker?wait=30", bodyFor(tgs)).json();
        EXPECT_EQ(job.at("state"), "failed");
        EXPECT_EQ(job.at("attempts"), 1);
        return std::string(job.at("error").at("detail").as_string());
    };
    EXPECT_EQ(failureOf(gzipped(std::string(32U << 20U, '\0'))),
        "The TGS file expands to more than 8 MiB");
    const std::string whole = LottieText{}.tgs();
    EXPECT_NE(failureOf(whole.substr(0, whole.size() - 20)).find("cut off"), std::string::npos);
    EXPECT_NE(failureOf(gzipped("{}")).find("no Lottie animation"), std::string::npos);
    EXPECT_NE(failureOf(LottieText{"60", "1000000"}.tgs()).find("at most 10 s"), std::string::npos);
    EXPECT_NE(client.get("/health").json().at("status"), "fail") << "the service is not at fault";

    const HttpReply noFile =
        client.post("/api/generate/sticker", R"({"params":{"tgs":"bm8gZmlsZQ=="}})");
    EXPECT_EQ(noFile.status, 422U);
    EXPECT_EQ(noFile.json().at("errors").at(0).at("pointer"), "/params/tgs");
}

TEST(Stickers, AnAnimationThatNeverEndsTimesOut)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    const HttpReply reply = client.post("/api/generate/sticker?wait=30",
        R"({"timeout_s":0.5,"params":{"tgs":")" + contract::toBase64(slowAnimation().tgs())
            + "\"}}");
    EXPECT_EQ(reply.json().at("state"), "timed_out") << reply.body;
    EXPECT_TRUE(eventually([&] { return childrenOf(daemon.process()).empty(); }));
}

TEST(Stickers, AKilledProcessCostsOneAttemptOfOneJob)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    const std::string slow =
        client.post("/api/generate/sticker", bodyFor(slowAnimation().tgs())).header("Location");
    ASSERT_TRUE(eventually([&] { return childrenOf(daemon.process()).size() == 1; }));
    const pid_t victim = childrenOf(daemon.process()).front();
    const auto other =
        client.post("/api/generate/sticker?wait=30", bodyFor(LottieText{}.tgs())).json();
    EXPECT_EQ(other.at("state"), "succeeded");
    EXPECT_EQ(client.get(slow).json().at("state"), "running");
    ::kill(victim, SIGKILL);
    ASSERT_TRUE(eventually([&] { return client.get(slow).json().at("attempts") == 2; }))
        << "it is run again";
    EXPECT_EQ(client.send("DELETE", slow, {}, {}).status, 200U);
    EXPECT_TRUE(eventually([&] { return client.get(slow).json().at("state") == "cancelled"; }));
}

TEST(Stickers, AKilledJobSucceedsAtItsNextAttempt)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    const std::string job =
        client.post("/api/generate/sticker", bodyFor(LottieText{"60", "600"}.tgs()))
            .header("Location");
    ASSERT_TRUE(eventually([&] { return childrenOf(daemon.process()).size() == 1; }));
    ::kill(childrenOf(daemon.process()).front(), SIGKILL);
    ASSERT_TRUE(eventually([&] { return client.get(job).json().at("state") == "succeeded"; }))
        << client.get(job).body;
    EXPECT_EQ(client.get(job).json().at("attempts"), 2);
}

TEST(Stickers, NoChildOutlivesAKilledService)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    client.post("/api/generate/sticker", bodyFor(slowAnimation().tgs()));
    client.post("/api/generate/sticker?wait=30", bodyFor(LottieText{}.tgs()));
    const std::vector<pid_t> children = childrenOf(daemon.process());
    ASSERT_EQ(children.size(), 2U) << "one at work, one idle";
    daemon.killNow();
    for (const pid_t child : children)
        EXPECT_TRUE(eventually([&] { return hasEnded(child); })) << child;
}

TEST(Stickers, ProcessesAndCacheFollowTheirSettings)
{
    Daemon daemon(kNoLimits);
    HttpClient client = daemon.admin();
    client.post("/api/generate/sticker?wait=30", bodyFor(LottieText{}.tgs()));
    ASSERT_EQ(client.get("/cache/stats").json().at("entries"), 1);
    const HttpReply patched = client.send("PATCH", "/config",
        R"({"workers":{"cpu_processes":5},"cache":{"max_bytes":0}})",
        {{"If-Match", "*"}, {"Content-Type", "application/json"}});
    ASSERT_EQ(patched.status, 200U) << patched.body;
    const auto applied = client.get("/config").json().at("applied");
    EXPECT_EQ(applied.at("workers").at("cpu_processes"), 5);
    EXPECT_EQ(applied.at("cache").at("max_bytes"), 0);
    EXPECT_EQ(client.get("/cache/stats").json().at("entries"), 0);
    const std::string metrics = client.get("/metrics").body;
    EXPECT_NE(metrics.find("pult_pool_capacity{pool=\"cpu\"} 5"), std::string::npos);
    EXPECT_NE(metrics.find("pult_cache_max_bytes 0"), std::string::npos);
    EXPECT_TRUE(eventually([&] {
        const auto checks = client.get("/health").json().at("checks").as_array();
        return std::any_of(checks.begin(), checks.end(), [](const auto &check) {
            return check.at("name") == "cpu_processes" && check.at("limit") == 5;
        });
    })) << "a report is a little old";
}

} // namespace
} // namespace pult::test
