// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/jobroutes.h"

#include <gtest/gtest.h>

#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

class JobRoutesTest : public testing::Test {
protected:
    Response post(std::string_view target, std::string_view body)
    {
        return door.send(Method::POST, target, body, token);
    }

    test::FakeFrontDoor door;
    std::string token = door.tokens->createTransient("anna", Role::operates);
};

TEST_F(JobRoutesTest, AnAcceptedJobIsToldWhereItIs)
{
    const Response response = post("/api/generate/image", R"({"prompt":"a cat"})");
    EXPECT_EQ(response.status, 202U);
    ASSERT_EQ(door.jobs.submitted.size(), 1U);
    const auto &job = *door.jobs.jobs.begin();
    EXPECT_EQ(response.headers.value("Location"), "/api/v1/jobs/" + toString(job.first));
    EXPECT_TRUE(door.jobs.submitted[0].client.starts_with("token:"));
    EXPECT_EQ(door.jobs.submitted[0].kind, contract::Kind::image);
}

TEST_F(JobRoutesTest, WaitingAnswersTheFinishedJobAndIsNotCountedAsWork)
{
    door.jobs.finishesWaits = true;
    const Response response = post("/api/generate/text?wait=5", R"({"prompt":"a"})");
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(door.jobs.waits, 1);
    EXPECT_EQ(post("/api/generate/text", R"({"prompt":"a"})").status, 202U);
    EXPECT_EQ(door.jobs.waits, 1) << "who does not ask to wait does not";
}

TEST_F(JobRoutesTest, WhatIsRefusedIsNotSubmitted)
{
    EXPECT_EQ(post("/api/generate/image", R"({"prompt":""})").status, 422U);
    EXPECT_EQ(post("/api/generate/image", "{").status, 400U);
    EXPECT_EQ(post("/api/generate/image", "").status, 411U);
    EXPECT_EQ(post("/api/generate/song", R"({"prompt":"a"})").status, 404U);
    EXPECT_EQ(post("/api/v1/generate", R"({"prompt":"a"})").status, 422U);
    EXPECT_TRUE(door.jobs.submitted.empty());
}

TEST_F(JobRoutesTest, TheLimitOfTheKindIsTold)
{
    RateLimitSettings settings;
    settings.image_per_minute = 1;
    door.limiter.change(settings);
    const Response first = post("/api/generate/image", R"({"prompt":"a"})");
    EXPECT_EQ(first.headers.value("X-RateLimit-Limit"), "1");
    EXPECT_EQ(first.headers.value("X-RateLimit-Remaining"), "0");
    const Response second = post("/api/generate/image", R"({"prompt":"a"})");
    EXPECT_EQ(second.status, 429U);
    EXPECT_EQ(second.headers.value("Retry-After"), "60");
    EXPECT_EQ(door.jobs.submitted.size(), 1U);
}

TEST_F(JobRoutesTest, TheFilterIsReadFromTheQuery)
{
    const Response response = door.send(Method::GET,
        "/api/v1/jobs?state=failed&kind=video&text=cat&since=2026-11-21T08:00:00Z&limit=7&cursor=x",
        {}, token);
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(door.jobs.listed.state, contract::JobState::failed);
    EXPECT_EQ(door.jobs.listed.kind, contract::Kind::video);
    EXPECT_EQ(door.jobs.listed.text, "cat");
    EXPECT_EQ(door.jobs.listed.limit, 7U);
    EXPECT_EQ(door.jobs.listed.cursor, "x");
    EXPECT_EQ(toString(*door.jobs.listed.since), "2026-11-21T08:00:00.000Z");
}

TEST(PublicApi, AStrangerSeesItsOwnJobsAlone)
{
    test::FakeFrontDoor door({ApiAccess::open, {}, nullptr});
    const Response own = door.send(Method::POST, "/api/generate/text", R"({"prompt":"a"})");
    ASSERT_EQ(own.status, 202U);
    const std::string job(own.headers.value("Location"));
    EXPECT_EQ(door.send(Method::GET, job).status, 200U);
    for (auto &[id, client] : door.jobs.clients)
        client = "address:192.0.2.99";
    EXPECT_EQ(door.send(Method::GET, job).status, 404U);
    const std::string viewer = door.tokens->createTransient("v", Role::viewer);
    EXPECT_EQ(door.send(Method::GET, job, {}, viewer).status, 200U);
}

} // namespace
} // namespace pult::service
