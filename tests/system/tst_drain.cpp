// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <thread>

#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

constexpr auto kSlowText = R"(
[rate_limits]
enabled = false
[http]
graceful_timeout_s = 10
[synthetic]
text_latency_s = 1.5
jitter_ratio = 0.0
[workers]
text = 1
)";

std::string idOf(const HttpReply &reply)
{
    return std::string(reply.json().at("id").as_string());
}

bool isRunning(HttpClient &client, const std::string &id)
{
    return client.get("/api/v1/jobs/" + id).json().at("state") == "running";
}

TEST(Drain, ATerminatedDaemonFinishesWhatRunsAndKeepsWhatWaits)
{
    Daemon daemon(kSlowText);
    std::string first;
    std::string second;
    {
        HttpClient client = daemon.admin();
        first = idOf(client.post("/api/generate/text", R"({"prompt":"runs"})"));
        second = idOf(client.post("/api/generate/text", R"({"prompt":"waits"})"));
        ASSERT_TRUE(eventually([&] { return isRunning(client, first); }));
        daemon.signal(SIGTERM);
        ASSERT_TRUE(eventually([&] { return client.get("/readyz").status == 503; }));
        EXPECT_EQ(client.get("/livez").status, 200U);
        const HttpReply refused = client.post("/api/generate/text", R"({"prompt":"late"})");
        EXPECT_EQ(refused.status, 503U);
        EXPECT_NE(refused.header("Retry-After"), "");
        EXPECT_TRUE(eventually([&] { return HttpClient(daemon.port()).get("/livez").status == 0; }))
            << "no new connections";
    }
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();

    daemon.start();
    HttpClient client = daemon.admin();
    const auto finished = client.get("/api/v1/jobs/" + first).json();
    EXPECT_EQ(finished.at("state"), "succeeded");
    EXPECT_EQ(finished.at("attempts"), 1);
    EXPECT_TRUE(eventually(
        [&] { return client.get("/api/v1/jobs/" + second).json().at("state") == "succeeded"; }));
}

TEST(Drain, WhatDoesNotFinishInTimeIsPutBack)
{
    Daemon daemon(R"(
[rate_limits]
enabled = false
[http]
graceful_timeout_s = 0.2
[synthetic]
video_latency_s = 3
)");
    std::string id;
    {
        HttpClient client = daemon.admin();
        id = idOf(client.post("/api/generate/video",
            R"({"prompt":"long","params":{"width":64,"height":64,"frames":2}})"));
        ASSERT_TRUE(eventually([&] { return isRunning(client, id); }));
    }
    daemon.signal(SIGINT);
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();
    daemon.start();
    HttpClient client = daemon.admin();
    EXPECT_TRUE(eventually([&] { return isRunning(client, id); }));
}

TEST(Drain, OpenStreamsAndWaitingClientsDoNotHoldItUp)
{
    Daemon daemon("[rate_limits]\nenabled = false\n[synthetic]\nvideo_latency_s = "
                  "30\n[http]\ngraceful_timeout_s = 0.1");
    RawConnection events(daemon.port());
    events.write("GET /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + daemon.adminToken()
        + "\r\n\r\n");
    ASSERT_NE(events.readUntil("retry:").find("200 OK"), std::string::npos);
    HttpReply waited;
    std::jthread waiting([&] {
        waited = daemon.admin().post("/api/generate/video?wait=20", R"({"prompt":"long"})");
    });
    HttpClient client = daemon.admin();
    ASSERT_TRUE(
        eventually([&] { return client.get("/queue").json().at("totals").at("running") == 1; }));
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();
    waiting.join();
    EXPECT_EQ(waited.status, 202U) << "answered with the job as it stands";
    events.readAll();
}

TEST(Drain, ATerminationRightAfterTheStartIsClean)
{
    Daemon daemon;
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();
}

TEST(Drain, ASecondSignalEndsItAtOnce)
{
    Daemon daemon("[rate_limits]\nenabled = false\n[synthetic]\nvideo_latency_s = 30");
    HttpClient client = daemon.admin();
    client.post("/api/generate/video", R"({"prompt":"long"})");
    ASSERT_TRUE(
        eventually([&] { return client.get("/queue").json().at("totals").at("running") == 1; }));
    daemon.signal(SIGTERM);
    ASSERT_TRUE(eventually([&] { return client.get("/readyz").status == 503; }));
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 128 + SIGTERM);
}

} // namespace
} // namespace pult::test
