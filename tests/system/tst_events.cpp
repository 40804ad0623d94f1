// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

constexpr auto kFastText = "[synthetic]\ntext_latency_s = 0.05";

std::unique_ptr<RawConnection> follow(Daemon &daemon, const std::string &lastId = {})
{
    auto connection = std::make_unique<RawConnection>(daemon.port());
    const std::string resume = lastId.empty() ? "" : "Last-Event-ID: " + lastId + "\r\n";
    connection->write("GET /events HTTP/1.1\r\nHost: x\r\n" + resume + "Authorization: Bearer "
        + daemon.adminToken() + "\r\n\r\n");
    connection->readUntil("retry:");
    return connection;
}

/// The ids of a stream, in order.
std::vector<std::int64_t> idsIn(const std::string &stream)
{
    std::vector<std::int64_t> ids;
    for (std::size_t at = stream.find("\nid: "); at != std::string::npos;
         at = stream.find("\nid: ", at + 1))
        ids.push_back(std::stoll(stream.substr(at + 5)));
    return ids;
}

TEST(Events, AJobIsFollowedFromQueuedToSucceeded)
{
    Daemon daemon(kFastText);
    const auto events = follow(daemon);
    daemon.admin().post("/api/generate/text", R"({"prompt":"hi"})");
    const std::string &stream = events->readUntil("\"state\":\"succeeded\"");
    EXPECT_NE(stream.find("text/event-stream"), std::string::npos);
    const std::size_t queued = stream.find("\"state\":\"queued\"");
    const std::size_t running = stream.find("\"state\":\"running\"");
    EXPECT_LT(queued, running);
    EXPECT_LT(running, stream.find("\"state\":\"succeeded\""));
    EXPECT_EQ(stream.find("event: gap"), std::string::npos);
}

TEST(Events, WhoComesBackGetsWhatItMissedAndNothingTwice)
{
    Daemon daemon(kFastText);
    std::int64_t last = 0;
    {
        const auto events = follow(daemon);
        daemon.admin().post("/api/generate/text", R"({"prompt":"first"})");
        last = idsIn(events->readUntil("\"state\":\"succeeded\"")).back();
    }
    daemon.admin().post("/api/generate/text?wait=10", R"({"prompt":"second"})");
    const auto events = follow(daemon, std::to_string(last));
    const std::string &stream = events->readUntil("\"prompt\":\"second\"");
    EXPECT_EQ(stream.find("event: gap"), std::string::npos);
    EXPECT_EQ(idsIn(stream).front(), last + 1);
}

TEST(Events, AnIdOfAnEarlierRunIsAnsweredWithAGap)
{
    Daemon daemon(kFastText);
    std::int64_t last = 0;
    {
        const auto events = follow(daemon);
        daemon.admin().post("/api/generate/text", R"({"prompt":"first"})");
        last = idsIn(events->readUntil("\"state\":\"succeeded\"")).back();
    }
    daemon.killNow();
    daemon.start();
    const auto events = follow(daemon, std::to_string(last));
    EXPECT_NE(events->readUntil("event: gap").find("event: gap"), std::string::npos);
}

TEST(Events, AConfigChangeIsTold)
{
    Daemon daemon;
    const auto events = follow(daemon);
    daemon.admin().send("PATCH", "/config", R"({"workers":{"text":3}})",
        {{"If-Match", "\"1\""}, {"Content-Type", "application/json"}});
    const std::string &stream = events->readUntil("workers.text");
    EXPECT_NE(stream.find("event: config"), std::string::npos);
}

} // namespace
} // namespace pult::test
