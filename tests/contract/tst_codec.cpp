// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec.h"
#include "contract/config.h"
#include "contract/health.h"
#include "contract/job.h"

#include <gtest/gtest.h>

namespace pult::contract {
namespace {

Job fullJob()
{
    Job job;
    job.id = JobId::make(WallTime(std::chrono::seconds(1'800'000'000)));
    job.kind = Kind::image;
    job.state = JobState::timed_out;
    job.prompt = "кот, \"quoted\" / ~";
    job.params.width = 512;
    job.timeout_s = Seconds(2.5);
    job.created_at = WallTime(std::chrono::milliseconds(1'800'000'000'123));
    job.error = JobFailure{"deadlineExceeded", "took too long"};
    job.result = JobResult{"image/png", 12, 1, 2, "/x"};
    return job;
}

TEST(Codec, AStructSurvivesTheWayThereAndBack)
{
    const Job job = fullJob();
    EXPECT_EQ(decodeText<Job>(boost::json::serialize(encode(job))), job);
}

TEST(Codec, AnEmptyOptionalIsLeftOut)
{
    EXPECT_FALSE(encode(Job{}).as_object().contains("started_at"));
    EXPECT_TRUE(encode(fullJob()).as_object().contains("error"));
}

TEST(Codec, EveryWrongPlaceIsNamedByItsPointer)
{
    const auto decoded = decodeText<GenerateRequest>(
        R"({"prompt":1,"params":{"width":"x","a/b":1},"priority":1.5,"kind":"song"})",
        UnknownMembers::refuse);
    ASSERT_FALSE(decoded);
    std::vector<std::string> pointers;
    for (const FieldError &field : decoded.error().fields)
        pointers.push_back(field.pointer);
    EXPECT_EQ(pointers,
        (std::vector<std::string>{
            "/kind", "/prompt", "/params/width", "/params/a~1b", "/priority"}));
}

TEST(Codec, UnknownMembersPassInAnswersOnly)
{
    EXPECT_TRUE(decodeText<PurgeReport>(R"({"dropped":1,"new":2})"));
    EXPECT_FALSE(decodeText<PurgeReport>(R"({"dropped":1,"new":2})", UnknownMembers::refuse));
}

TEST(Codec, WhatIsNotJsonIsRefused)
{
    for (const std::string &text : {std::string(), std::string("{"), std::string("{} x"),
             std::string("\"\xff\""), std::string(40, '[') + std::string(40, ']'),
             std::string("{\"a\":NaN}"), std::string(400, '9') + ".5", std::string("1e400")})
        EXPECT_FALSE(parseJson(text)) << text;
}

TEST(Codec, NumbersOutOfRangeAreRefusedNotWrapped)
{
    EXPECT_FALSE(decodeText<PurgeReport>(R"({"dropped":9223372036854775808})"));
    EXPECT_FALSE(decodeText<PurgeReport>(R"({"dropped":1e300})"));
}

} // namespace
} // namespace pult::contract
