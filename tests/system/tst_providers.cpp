// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <gmock/gmock.h>

#include "support/daemon.h"
#include "support/standinrunpod.h"

namespace pult::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using Manner = StandInAnswer::Manner;

/// A service whose pictures come from RunPod; it counts as down after two failures.
std::string settingsFor(const StandInRunpod &runpod)
{
    return R"(
[rate_limits]
enabled = false
[synthetic]
text_latency_s = 0.0
[providers]
image = "runpod"
max_failures = 2
first_retry_s = 0.2
longest_retry_s = 0.4
[queue]
max_attempts = 3
[runpod]
image_endpoint = "abc123"
base_url = ")"
        + runpod.server.url() + "\"\n";
}

class ProviderStory : public testing::Test {
protected:
    void keepKey() const
    {
        const auto keys = daemon.data() / "keys";
        std::filesystem::create_directories(keys);
        std::ofstream(keys / ("127.0.0.1:" + std::to_string(runpod.server.port())))
            << StandInRunpod::kKey;
    }
    std::string submit(const std::string &kind)
    {
        const HttpReply reply =
            client.post("/api/generate/" + kind, R"({"prompt":"a lighthouse"})");
        EXPECT_EQ(reply.status, 202U) << reply.body;
        return std::string(reply.json().at("id").as_string());
    }
    boost::json::value job(const std::string &id)
    {
        return client.get("/api/v1/jobs/" + id).json();
    }
    bool becomes(const std::string &id, const char *state)
    {
        return eventually([&] { return job(id).at("state") == state; });
    }
    boost::json::value check()
    {
        const boost::json::value health = client.get("/health").json();
        for (const boost::json::value &check : health.at("checks").as_array())
            if (check.at("name") == "provider.runpod")
                return check;
        return {};
    }
    std::string waitingFor(const std::string &id)
    {
        const boost::json::value current = job(id);
        const auto *reason = current.as_object().if_contains("waiting_for");
        return reason ? std::string(reason->as_string()) : std::string();
    }
    boost::json::value keyState()
    {
        return client.get("/config").json().at("values").at("runpod").at("key");
    }

    StandInRunpod runpod;
    Daemon daemon{settingsFor(runpod)};
    HttpClient client = daemon.admin();
};

TEST_F(ProviderStory, PicturesComeFromRunpodAndTextsFromHere)
{
    keepKey();
    runpod.completeWith({{"image", kTinyPng}});
    const std::string image = submit("image");
    ASSERT_TRUE(becomes(image, "succeeded"));
    EXPECT_EQ(job(image).at("result").at("media_type"), "image/png");
    EXPECT_EQ(job(image).at("result").at("width"), 1);
    EXPECT_TRUE(client.get("/api/v1/jobs/" + image + "/result").body.starts_with("\x89PNG"));
    ASSERT_TRUE(becomes(submit("text"), "succeeded"));
    EXPECT_EQ(runpod.submitted(), 1U);
    EXPECT_THAT(client.get("/metrics").body,
        HasSubstr(R"(pult_provider_requests_total{code="ok",provider="runpod"} 1)"));
}

TEST_F(ProviderStory, AProviderThatIsDownKeepsItsJobsAndNoOthers)
{
    keepKey();
    runpod.completeWith({{"image", kTinyPng}});
    runpod.answerAll("/", StandInAnswer{500, "<html>oops</html>", {}, Manner::whole});
    const std::string first = submit("image");
    ASSERT_TRUE(eventually([&] { return check().at("status") == "warn"; }));
    EXPECT_THAT(std::string(check().at("detail").as_string()), HasSubstr("next try at 20"));
    EXPECT_THAT(client.get("/metrics").body,
        HasSubstr(R"(pult_provider_circuit{provider="runpod",state="open"} 1)"));

    const auto submitted = runpod.submitted();
    const std::string second = submit("image");
    EXPECT_TRUE(eventually([&] {
        return waitingFor(second).starts_with("provider runpod is down, next try at 20");
    })) << waitingFor(second);
    const std::size_t probes = runpod.server.countOf("GET", "/v2/abc123/health");
    EXPECT_TRUE(becomes(submit("text"), "succeeded"));
    EXPECT_TRUE(eventually(
        [&] { return runpod.server.countOf("GET", "/v2/abc123/health") >= probes + 3; }));
    EXPECT_EQ(runpod.submitted(), submitted);
    EXPECT_EQ(job(second).at("attempts"), 0);
    EXPECT_EQ(job(second).at("state"), "queued");
    EXPECT_THAT(daemon.log(), HasSubstr("Provider runpod is down"));

    runpod.answerAll("/", std::nullopt);
    EXPECT_TRUE(becomes(first, "succeeded"));
    EXPECT_TRUE(becomes(second, "succeeded"));
    EXPECT_EQ(job(second).at("attempts"), 1);
    EXPECT_TRUE(eventually([&] { return check().at("status") == "pass"; }));
    EXPECT_THAT(daemon.log(), HasSubstr("Provider runpod works again"));
}

TEST_F(ProviderStory, AJobWaitsForTheKeyAndTheKeyIsOnlyEverSetOrUnset)
{
    runpod.completeWith({{"image", kTinyPng}});
    EXPECT_EQ(keyState(), "unset");
    const std::string image = submit("image");
    ASSERT_TRUE(eventually([&] { return check().at("status") == "warn"; }));
    EXPECT_THAT(std::string(check().at("detail").as_string()), HasSubstr("data/keys/127.0.0.1:"));
    keepKey();
    EXPECT_EQ(keyState(), "set");
    ASSERT_TRUE(becomes(image, "succeeded"));
    EXPECT_EQ(job(image).at("attempts"), 1);
}

TEST_F(ProviderStory, TheKeyNeverLeaves)
{
    keepKey();
    // Servers that quote the key do exist.
    const std::string quoting = R"({"error":"bad key )" + std::string(StandInRunpod::kKey) + "\"}";
    runpod.answerAll("/run", StandInAnswer{400, quoting, {}, Manner::whole});
    const std::string image = submit("image");
    ASSERT_TRUE(becomes(image, "failed"));
    const HttpReply patched = client.send("PATCH", "/config", R"({"runpod":{"key":"other"}})",
        {{"If-Match", "*"}, {"Content-Type", "application/merge-patch+json"}});
    EXPECT_EQ(patched.status, 422U);

    std::string everything = daemon.log();
    for (const char *place :
        {"/config", "/config/history", "/config/schema", "/metrics", "/health", "/api/v1/jobs"})
        everything += client.get(place).body;
    everything += client.get("/api/v1/jobs/" + image).body;
    std::ifstream commandLine("/proc/" + std::to_string(daemon.pid()) + "/cmdline");
    everything += std::string(std::istreambuf_iterator<char>(commandLine), {});
    EXPECT_THAT(everything, HasSubstr("bad key ***"));
    EXPECT_THAT(everything, Not(HasSubstr(StandInRunpod::kKey)));
}

TEST_F(ProviderStory, WhoServesAKindIsChangedLive)
{
    keepKey();
    runpod.answerAll("/", StandInAnswer{500, "", {}, Manner::whole});
    const std::string image = submit("image");
    ASSERT_TRUE(eventually([&] { return !waitingFor(image).empty(); }));
    const HttpReply patched =
        client.send("PATCH", "/config", R"({"providers":{"image":"synthetic"}})",
            {{"If-Match", "*"}, {"Content-Type", "application/merge-patch+json"}});
    ASSERT_EQ(patched.status, 200U) << patched.body;
    EXPECT_TRUE(becomes(image, "succeeded"));
    EXPECT_EQ(client.get("/config").json().at("applied").at("providers").at("image"), "synthetic");
    EXPECT_EQ(check().at("status"), "pass");
}

TEST_F(ProviderStory, ACancelledJobIsCancelledThereToo)
{
    keepKey();
    const std::string image = submit("image");
    ASSERT_TRUE(eventually([&] { return runpod.polled() > 0; }));
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(client.send("DELETE", "/api/v1/jobs/" + image, "", {}).status, 200U);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    EXPECT_EQ(job(image).at("state"), "cancelled");
    EXPECT_EQ(runpod.cancelled(), 1U);
}

TEST_F(ProviderStory, AStopDoesNotWaitForAProviderThatIsDown)
{
    keepKey();
    runpod.answerAll("/run", StandInAnswer{500, "", {}, Manner::whole});
    runpod.answerAll("/health", StandInAnswer{200, "", {}, Manner::silent});
    const std::string image = submit("image");
    ASSERT_TRUE(eventually([&] { return runpod.server.countOf("GET", "/v2/abc123/health") > 0; }));
    const auto before = std::chrono::steady_clock::now();
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(3));
}

TEST_F(ProviderStory, AStopPutsTheJobBackAndCancelsItThere)
{
    keepKey();
    const HttpReply patched =
        client.send("PATCH", "/config", R"({"http":{"graceful_timeout_s":0}})",
            {{"If-Match", "*"}, {"Content-Type", "application/merge-patch+json"}});
    ASSERT_EQ(patched.status, 200U);
    const std::string image = submit("image");
    ASSERT_TRUE(eventually([&] { return runpod.polled() > 0; }));
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0);
    EXPECT_EQ(runpod.cancelled(), 1U);
    runpod.completeWith({{"image", kTinyPng}});
    daemon.start();
    HttpClient afterwards = daemon.admin();
    const auto jobNow = [&] { return afterwards.get("/api/v1/jobs/" + image).json(); };
    EXPECT_TRUE(eventually([&] { return jobNow().at("state") == "succeeded"; }));
    EXPECT_EQ(jobNow().at("attempts"), 1);
}

} // namespace
} // namespace pult::test
