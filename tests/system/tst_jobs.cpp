// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

constexpr auto kFast = R"(
[rate_limits]
enabled = false
[synthetic]
text_latency_s = 0.05
image_latency_s = 0.05
)";

/// A small result is kept beside its job, a large one in a file.
class PictureOf : public testing::TestWithParam<std::string> { };

TEST_P(PictureOf, ComesBackWholeInPartAndNotTwice)
{
    Daemon daemon(kFast);
    HttpClient client = daemon.admin();
    const HttpReply job = client.post("/api/generate/image?wait=20",
        R"({"prompt":"a fox","params":{"height":64,"width":)" + GetParam() + "}}");
    ASSERT_EQ(job.status, 200U) << job.body;
    const std::string link(job.json().at("result").at("link").as_string());
    const HttpReply whole = client.get(link);
    EXPECT_EQ(whole.header("Content-Type"), "image/png");
    EXPECT_EQ(whole.body.substr(1, 3), "PNG");

    const HttpReply part = client.get(link, {{"Range", "bytes=1-3"}});
    EXPECT_EQ(part.status, 206U);
    EXPECT_EQ(part.body, "PNG");
    EXPECT_EQ(part.header("Content-Range"), "bytes 1-3/" + std::to_string(whole.body.size()));
    const HttpReply tail = client.get(link, {{"Range", "bytes=-4"}});
    EXPECT_EQ(tail.body, whole.body.substr(whole.body.size() - 4));
    EXPECT_EQ(client.get(link, {{"Range", "bytes=99999999-"}}).status, 416U);
    const std::string tag = whole.header("ETag");
    EXPECT_EQ(client.get(link, {{"If-None-Match", tag}}).status, 304U);
    const HttpReply head = client.send("HEAD", link, {}, {});
    EXPECT_EQ(head.status, 200U);
    EXPECT_EQ(head.header("Content-Length"), std::to_string(whole.body.size()));
}

INSTANTIATE_TEST_SUITE_P(Jobs, PictureOf, testing::Values("64", "2048"));

TEST(Jobs, TheSameIdempotencyKeyIsTheSameJob)
{
    Daemon daemon(kFast);
    HttpClient client = daemon.admin();
    const HttpClient::Headers key{{"Idempotency-Key", "order-7"}};
    const HttpReply first = client.post("/api/v1/generate", R"({"kind":"text","prompt":"a"})", key);
    const HttpReply again = client.post("/api/v1/generate", R"({"kind":"text","prompt":"a"})", key);
    EXPECT_EQ(first.json().at("id"), again.json().at("id"));
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(client.post("/api/v1/generate", R"({"kind":"text","prompt":"b"})", key).status, 409U);
    HttpClient other(daemon.port(), daemon.makeToken("operator"));
    EXPECT_NE(
        other.post("/api/v1/generate", R"({"kind":"text","prompt":"a"})", key).json().at("id"),
        first.json().at("id"));
}

TEST(Jobs, APausedQueueKeepsJobsUntilTheyAreCancelledOrDropped)
{
    Daemon daemon(kFast);
    HttpClient client = daemon.admin();
    EXPECT_EQ(client.send("POST", "/queue/text/pause", {}, {}).json().at("paused"), true);
    const std::string first =
        client.post("/api/generate/text", R"({"prompt":"a"})").header("Location");
    client.post("/api/generate/text", R"({"prompt":"b"})");
    EXPECT_EQ(client.send("DELETE", first, {}, {}).json().at("state"), "cancelled");
    EXPECT_EQ(client.send("DELETE", first, {}, {}).status, 409U);
    EXPECT_EQ(client.post("/queue/text/purge", R"({"expected":7})").status, 409U);
    EXPECT_EQ(client.post("/queue/text/purge", R"({"expected":1})").json().at("dropped"), 1);
    client.send("POST", "/queue/text/resume", {}, {});
    EXPECT_EQ(client.send("POST", first + "/retry", {}, {}).status, 202U);
    EXPECT_TRUE(eventually([&] { return client.get(first).json().at("state") == "succeeded"; }));
}

TEST(Jobs, TheListIsFilteredAndPaged)
{
    Daemon daemon(kFast);
    HttpClient client = daemon.admin();
    for (const char *prompt : {"red fox", "blue fox", "red hen"})
        client.post("/api/generate/text?wait=10", "{\"prompt\":\"" + std::string(prompt) + "\"}");
    const auto foxes = client.get("/api/v1/jobs?text=FOX&kind=text&state=succeeded").json();
    ASSERT_EQ(foxes.at("jobs").as_array().size(), 2U);
    EXPECT_EQ(foxes.at("jobs").at(0).at("prompt"), "blue fox") << "newest first";
    const auto page = client.get("/api/v1/jobs?limit=2").json();
    const std::string cursor(page.at("next_cursor").as_string());
    const auto rest = client.get("/api/v1/jobs?limit=2&cursor=" + cursor).json();
    EXPECT_EQ(rest.at("jobs").as_array().size(), 1U);
    EXPECT_EQ(rest.at("jobs").at(0).at("prompt"), "red fox");
}

TEST(Jobs, MetricsTellWhatHappenedWithoutTheTimeThatWasWaitedOnPurpose)
{
    Daemon daemon("[synthetic]\ntext_latency_s = 0.7\njitter_ratio = 0.0");
    HttpClient client = daemon.admin();
    client.post("/api/generate/text?wait=10", R"({"prompt":"a"})");
    const HttpReply reply = client.get("/metrics");
    EXPECT_EQ(reply.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
    const auto valueOf = [&](const std::string &series) {
        const std::size_t at = reply.body.find('\n' + series + ' ');
        return at == std::string::npos ? -1.0
                                       : std::stod(reply.body.substr(at + series.size() + 2));
    };
    EXPECT_EQ(valueOf(R"(pult_jobs_submitted_total{kind="text"})"), 1);
    EXPECT_EQ(valueOf(R"(pult_jobs_finished_total{kind="text",outcome="succeeded"})"), 1);
    EXPECT_LT(
        valueOf(R"(pult_http_request_duration_seconds_sum{route="/api/generate/{kind}"})"), 0.5);
    EXPECT_EQ(valueOf("pult_config_revision"), 1);
    for (const char *series : {"process_cpu_seconds_total", "process_resident_memory_bytes",
             "process_open_fds", "process_start_time_seconds", "process_threads",
             "pult_host_memory_total_bytes", "pult_http_connections"})
        EXPECT_GT(valueOf(series), 0) << series;
}

} // namespace
} // namespace pult::test
