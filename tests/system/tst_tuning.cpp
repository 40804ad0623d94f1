// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

using Headers = HttpClient::Headers;

HttpReply patch(HttpClient &client, const std::string &body, const std::string &revision,
    const std::string &query = {})
{
    return client.send("PATCH", "/config" + query, body,
        {{"If-Match", revision}, {"Content-Type", "application/merge-patch+json"}});
}

boost::json::value imageQueue(HttpClient &client)
{
    return client.get("/queue").json().at("kinds").at(1);
}

TEST(Tuning, MoreSlotsAreInForceWithinASecondAndDrainTheQueueFaster)
{
    Daemon daemon(R"(
[rate_limits]
enabled = false
[synthetic]
image_latency_s = 0.4
jitter_ratio = 0.0
[workers]
image = 2
)");
    HttpClient client = daemon.admin();
    for (int i = 0; i < 40; ++i)
        ASSERT_EQ(client
                      .post("/api/generate/image",
                          R"({"prompt":"a","params":{"width":64,"height":64,"steps":1}})")
                      .status,
            202U);
    EXPECT_EQ(imageQueue(client).at("running"), 2);

    ASSERT_EQ(patch(client, R"({"workers":{"image":8}})", "\"1\"").status, 200U);
    EXPECT_TRUE(eventually(
        [&] {
            const auto queue = imageQueue(client);
            return queue.at("slots") == 8 && queue.at("running") == 8;
        },
        std::chrono::seconds(1)));
    EXPECT_EQ(client.get("/config").json().at("applied").at("workers").at("image"), 8);

    const auto began = std::chrono::steady_clock::now();
    ASSERT_TRUE(eventually([&] { return imageQueue(client).at("depth") == 0; }));
    // Two slots would need 38 × 0.4 s ÷ 2 = 7.6 s.
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

TEST(Tuning, TheFourthImageOfAMinuteIsToldWhenToComeBack)
{
    Daemon daemon("[rate_limits]\nimage_per_minute = 3");
    HttpClient client = daemon.admin();
    const std::string body = R"({"prompt":"a"})";
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(client.post("/api/generate/image", body).status, 202U);
    const HttpReply fourth = client.post("/api/generate/image", body);
    EXPECT_EQ(fourth.status, 429U);
    EXPECT_EQ(fourth.header("Content-Type"), "application/problem+json");
    const int retryAfter = std::stoi(fourth.header("Retry-After"));
    EXPECT_GE(retryAfter, 1);
    EXPECT_LE(retryAfter, 20);
    EXPECT_EQ(fourth.header("X-RateLimit-Limit"), "3");
    EXPECT_EQ(fourth.header("X-RateLimit-Remaining"), "0");
    EXPECT_NE(fourth.header("RateLimit").find("\"image_per_minute\";r=0"), std::string::npos);
    EXPECT_NE(
        fourth.header("RateLimit-Policy").find("\"image_per_minute\";q=3;w=60"), std::string::npos);

    EXPECT_EQ(client.post("/api/generate/text", body).status, 202U) << "other kinds go on";
    HttpClient other(daemon.port(), daemon.makeToken("operator"));
    EXPECT_EQ(other.post("/api/generate/image", body).status, 202U) << "so do other clients";

    ASSERT_EQ(patch(client, R"({"rate_limits":{"image_per_minute":6}})", "\"1\"").status, 200U);
    EXPECT_EQ(client.post("/api/generate/image", body).status, 202U) << "in force at once";
}

TEST(Tuning, WhoeverIsSlowerLearnsThatSomebodyWasFaster)
{
    Daemon daemon;
    HttpClient client = daemon.admin();
    const std::string tag = client.get("/config").header("ETag");
    EXPECT_EQ(tag, "\"1\"");
    EXPECT_EQ(
        client.send("PATCH", "/config", "{}", {{"Content-Type", "application/json"}}).status, 428U);
    EXPECT_EQ(
        patch(client, R"({"workers":{"text":3}})", tag, "?reason=%D0%BF%D0%B8%D0%BA").status, 200U);
    const HttpReply stale = patch(client, R"({"workers":{"text":5}})", tag);
    EXPECT_EQ(stale.status, 412U);
    EXPECT_EQ(client.get("/config").json().at("values").at("workers").at("text"), 3);

    const auto newest = client.get("/config/history").json().at("revisions").at(0);
    EXPECT_EQ(newest.at("revision"), 2);
    EXPECT_EQ(newest.at("actor"), "admin");
    EXPECT_EQ(newest.at("reason"), "пик");
    EXPECT_EQ(newest.at("changes").at(0).at("path"), "workers.text");
}

/// As the system counts them.
std::int64_t verifiedThreads(HttpClient &client)
{
    const auto config = client.get("/config").json();
    for (const auto &seen : config.at("verified").as_array())
        if (seen.at("path") == "http.workers")
            return seen.at("verified").to_number<std::int64_t>();
    return 0;
}

TEST(Tuning, OneWrongValueLeavesEverythingAsItWas)
{
    Daemon daemon;
    HttpClient client = daemon.admin();
    const HttpReply reply = patch(
        client, R"({"workers":{"text":3,"image":-1},"queue":{"max_depth":"x"},"zap":{}})", "\"1\"");
    EXPECT_EQ(reply.status, 422U);
    EXPECT_EQ(reply.json().at("errors").as_array().size(), 3U) << reply.body;
    EXPECT_EQ(client.get("/config").json().at("revision"), 1);
    EXPECT_EQ(client.get("/config").json().at("values").at("workers").at("text"), 10);
}

TEST(Tuning, ADryRunTellsTheChangesAndMakesNone)
{
    Daemon daemon;
    HttpClient client = daemon.admin();
    const HttpReply reply =
        patch(client, R"({"http":{"workers":4},"log":{"level":"warn"}})", "\"1\"", "?dry_run=true");
    EXPECT_EQ(reply.status, 200U);
    EXPECT_EQ(reply.json().at("dry_run"), true);
    EXPECT_EQ(reply.json().at("changes").at(0).at("path"), "http.workers");
    EXPECT_EQ(reply.json().at("changes").at(1).at("applies"), "live");
    EXPECT_EQ(client.get("/config").json().at("revision"), 1);
}

TEST(Tuning, ThreadsThatServeHttpAreAddedWhileItServes)
{
    Daemon daemon("[http]\nworkers = 1");
    HttpClient client = daemon.admin();
    ASSERT_EQ(patch(client, R"({"http":{"workers":6}})", "\"1\"").status, 200U);
    const auto config = client.get("/config").json();
    EXPECT_EQ(config.at("applied").at("http").at("workers"), 6);
    EXPECT_TRUE(config.at("differences").as_array().empty());
    EXPECT_TRUE(eventually([&] { return verifiedThreads(client) == 6; }));
    for (int i = 0; i < 12; ++i)
        EXPECT_EQ(daemon.admin().get("/livez").status, 200U) << "each of them serves";
}

TEST(Tuning, SettingsOutliveAKillAndComeBackByRollback)
{
    Daemon daemon("[workers]\ntext = 7");
    {
        HttpClient client = daemon.admin();
        ASSERT_EQ(
            patch(client, R"({"workers":{"text":9},"http":{"workers":3}})", "\"1\"").status, 200U);
    }
    daemon.killNow();
    daemon.start();
    HttpClient client = daemon.admin();
    const auto config = client.get("/config").json();
    EXPECT_EQ(config.at("values").at("workers").at("text"), 9);
    EXPECT_EQ(config.at("applied").at("http").at("workers"), 3);
    EXPECT_EQ(client.post("/config/rollback", R"({"revision":1})").status, 428U);
    const HttpReply back = client.post(
        "/config/rollback", R"({"revision":1,"reason":"undo"})", {{"If-Match", "\"2\""}});
    EXPECT_EQ(back.status, 200U);
    EXPECT_EQ(back.json().at("revision"), 3);
    EXPECT_EQ(client.get("/config").json().at("values").at("workers").at("text"), 7);
}

} // namespace
} // namespace pult::test
