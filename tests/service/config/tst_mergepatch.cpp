// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/mergepatch.h"

#include <gtest/gtest.h>

#include "service/config/settingrules.h"
#include "service/config/settingsdiff.h"

namespace pult::service {
namespace {

Result<Settings> patched(const Settings &settings, std::string_view patch)
{
    return applyMergePatch(settings, contract::parseJson(patch).value());
}

TEST(MergePatch, OnlyWhatItNamesChanges)
{
    const auto next = patched({}, R"({"workers":{"image":8},"timeouts":{"text_s":1.5}})");
    ASSERT_TRUE(next);
    const auto changes = changesBetween({}, *next);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].path, "timeouts.text_s");
    EXPECT_EQ(changes[1].path, "workers.image");
    EXPECT_EQ(changes[1].before, 20);
    EXPECT_EQ(changes[1].after, 8);
    EXPECT_EQ(changes[1].applies, contract::Applies::live);
}

TEST(MergePatch, NullPutsADefaultBackOfOneSettingOrOfAGroup)
{
    Settings settings;
    settings.workers.image = 3;
    settings.workers.text = 4;
    settings.queue.max_depth = 7;
    const auto one = patched(settings, R"({"workers":{"image":null}})");
    EXPECT_EQ(one->workers.image, 20);
    EXPECT_EQ(one->workers.text, 4);
    const auto group = patched(settings, R"({"workers":null})");
    EXPECT_EQ(group->workers, WorkerSettings{});
    EXPECT_EQ(group->queue.max_depth, 7);
}

TEST(MergePatch, EveryWrongPlaceIsNamedAtOnce)
{
    const auto next = patched({},
        R"({"zap":1,"workers":{"image":1001,"text":"x","cats":1,"a/b":1},"queue":7,)"
        R"("log":{"level":"loud"},"rate_limits":{"enabled":1,"general_per_s":0}})");
    ASSERT_FALSE(next);
    std::vector<std::string> pointers;
    for (const FieldError &field : next.error().fields)
        pointers.push_back(field.pointer);
    EXPECT_EQ(pointers,
        (std::vector<std::string>{"/zap", "/workers/cats", "/workers/a~1b", "/queue",
            "/workers/text", "/workers/image", "/rate_limits/enabled", "/rate_limits/general_per_s",
            "/log/level"}));
}

TEST(MergePatch, WhatIsNoObjectIsNoPatch)
{
    for (const char *patch : {"null", "[]", "7", "\"x\""})
        EXPECT_FALSE(patched({}, patch)) << patch;
    EXPECT_EQ(patched({}, "{}"), Settings{});
}

TEST(MergePatch, BoundsAreInclusive)
{
    EXPECT_TRUE(patched({}, R"({"workers":{"image":1000,"text":0}})"));
    EXPECT_FALSE(patched({}, R"({"workers":{"image":1001}})"));
    EXPECT_FALSE(patched({}, R"({"workers":{"text":-1}})"));
    EXPECT_FALSE(patched({}, R"({"workers":{"text":1.5}})"));
    EXPECT_FALSE(patched({}, R"({"timeouts":{"text_s":1e300}})"));
}

TEST(MergePatch, AnAddressMustBeOneOfTheWeb)
{
    const auto withAddress = [](const std::string &address) {
        return applyMergePatch({}, {{"openai", {{"base_url", address}}}});
    };
    for (const char *good : {"https://api.openai.com/v1", "http://127.0.0.1:8000",
             "https://gpu.example.com:8443/a/b/v1/"})
        EXPECT_TRUE(withAddress(good)) << good;
    for (const std::string &bad :
        {std::string(), std::string("api.openai.com"), std::string("ftp://example.com"),
            std::string("https://me:word@example.com"), std::string("https://example.com/?key=1"),
            std::string("https://a b.com/"), "https://example.com/" + std::string(500, 'x')}) {
        const auto refused = withAddress(bad);
        ASSERT_FALSE(refused) << bad;
        EXPECT_EQ(refused.error().fields.at(0).pointer, "/openai/base_url");
    }
}

TEST(SettingRules, AProviderNeedsWhatItGeneratesWith)
{
    const auto together = [](std::string_view patch) {
        return patched({}, patch).and_then(checkTogether);
    };
    const auto runpod = together(R"({"providers":{"image":"runpod"}})");
    ASSERT_FALSE(runpod);
    EXPECT_EQ(runpod.error().fields,
        std::vector<FieldError>(
            {{"/runpod/image_endpoint", "Must be given while providers.image is runpod"}}));
    EXPECT_TRUE(
        together(R"({"providers":{"image":"runpod"},"runpod":{"image_endpoint":"abc123"}})"));
    EXPECT_FALSE(together(R"({"providers":{"text":"openai"}})"));
    EXPECT_TRUE(
        together(R"({"providers":{"text":"openai"},"openai":{"text_model":"org/model:8b"}})"));
    EXPECT_FALSE(together(R"({"providers":{"first_retry_s":10,"longest_retry_s":9}})"));
    EXPECT_FALSE(patched({}, R"({"providers":{"video":"openai"}})"));
}

} // namespace
} // namespace pult::service
