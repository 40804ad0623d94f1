// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/smalldisk.h"

namespace pult::test {
namespace {

constexpr auto kSettings = R"(
[rate_limits]
enabled = false
[synthetic]
text_latency_s = 0.01
[workers]
text = 0
)";
const std::string kJob = R"({"prompt":"a","params":{"words":5}})";

boost::json::value checkNamed(HttpClient &client, std::string_view name)
{
    const auto health = client.get("/health").json();
    for (const auto &check : health.at("checks").as_array())
        if (check.at("name").as_string() == name)
            return check;
    return {};
}

/// One story, because the disk is the process's own.
TEST(FullDisk, NewWorkIsRefusedAndWhatWasAcceptedEnds)
{
    const SmallDisk disk(24 << 20);
    if (!disk.isMounted())
        GTEST_SKIP() << "This system does not let a test mount a disk";
    ::setenv("TMPDIR", disk.path().c_str(), 1);
    Daemon daemon(kSettings);
    HttpClient client = daemon.admin();
    std::vector<std::string> accepted;
    for (int i = 0; i < 20; ++i)
        accepted.emplace_back(client.post("/api/generate/text", kJob).json().at("id").as_string());

    disk.fill();
    const HttpReply refused = client.post("/api/generate/text", kJob);
    EXPECT_EQ(refused.status, 503U) << refused.body;
    EXPECT_EQ(refused.header("Content-Type"), "application/problem+json");
    EXPECT_NE(refused.header("Retry-After"), "");
    EXPECT_EQ(client.get("/readyz").status, 503U);
    EXPECT_TRUE(eventually([&] { return client.get("/health").status == 503; }));
    EXPECT_EQ(checkNamed(client, "disk").at("status").as_string(), "fail");

    // Nothing can begin, or nothing that began can end: neither may cost a job.
    const HttpReply change = client.send("PATCH", "/config", R"({"workers":{"text":4}})",
        {{"If-Match", "*"}, {"Content-Type", "application/merge-patch+json"}});
    EXPECT_TRUE(change.status == 200 || change.status == 503) << change.body;
    for (int i = 0; i < 200; ++i)
        EXPECT_EQ(client.post("/api/generate/text", kJob).status, 503U);

    disk.makeRoom();
    EXPECT_TRUE(eventually([&] { return client.get("/readyz").status == 200; }));
    EXPECT_TRUE(eventually([&] { return client.get("/health").status == 200; }));
    EXPECT_EQ(client
                  .send("PATCH", "/config", R"({"workers":{"text":5}})",
                      {{"If-Match", "*"}, {"Content-Type", "application/merge-patch+json"}})
                  .status,
        200U);
    for (const std::string &id : accepted) {
        EXPECT_TRUE(eventually([&] {
            return client.get("/api/v1/jobs/" + id).json().at("state").as_string() == "succeeded";
        })) << id;
        EXPECT_EQ(client.get("/api/v1/jobs/" + id + "/result").status, 200U) << id;
    }
    EXPECT_EQ(client.post("/api/generate/text", kJob).status, 202U);
}

} // namespace
} // namespace pult::test
