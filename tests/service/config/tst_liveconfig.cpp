// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/liveconfig.h"

#include <gtest/gtest.h>

#include "service/config/mergepatch.h"
#include "support/manualclock.h"
#include "support/memoryrevisionstore.h"

namespace pult::service {
namespace {

class LiveConfigTest : public testing::Test {
protected:
    Result<contract::ConfigPatchReport> patch(std::string_view body, std::int64_t ifRevision)
    {
        LiveConfig::Patch patch;
        patch.body = contract::parseJson(body).value();
        patch.ifRevision = ifRevision;
        patch.actor = "anna";
        patch.reason = "peak";
        return config->patch(patch);
    }

    test::ManualClock clock;
    test::MemoryRevisionStore store;
    std::unique_ptr<LiveConfig> config = LiveConfig::open(store, clock, {}).value();
};

TEST_F(LiveConfigTest, TheFirstStartKeepsTheDefaultsAsRevisionOne)
{
    EXPECT_EQ(config->revision(), 1);
    EXPECT_EQ(*config->settings(), Settings{});
    EXPECT_EQ(store.entry(1)->revision.actor, "start");
}

/// As a settings file would make it.
BaseSettings baseWith(std::int64_t texts, std::int64_t images)
{
    BaseSettings base;
    base.file = {{"workers", {{"text", texts}, {"image", images}}}};
    base.settings = applyMergePatch({}, base.file).value();
    return base;
}

TEST_F(LiveConfigTest, WhatWasSetByApiWinsOverAChangedFileAndTheRestFollowsTheFile)
{
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    const auto again = LiveConfig::open(store, clock, baseWith(99, 7)).value();
    EXPECT_EQ(again->settings()->workers.text, 3);
    EXPECT_EQ(again->settings()->workers.image, 7);
    EXPECT_EQ(again->revision(), 3) << "the file's change is a revision of its own";
    EXPECT_EQ(store.entry(3)->revision.changes.front().path, "workers.image");
    EXPECT_EQ(again->origins().at("workers").at("text").as_string(), "api");
    EXPECT_EQ(again->origins().at("workers").at("image").as_string(), "file");
    EXPECT_EQ(LiveConfig::open(store, clock, baseWith(99, 7)).value()->revision(), 3);
}

TEST_F(LiveConfigTest, NullGivesASettingBackToTheFile)
{
    config = LiveConfig::open(store, clock, baseWith(5, 7)).value();
    ASSERT_EQ(config->revision(), 2);
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 2));
    ASSERT_TRUE(patch(R"({"workers":{"text":null}})", 3));
    EXPECT_EQ(config->settings()->workers.text, 5);
    EXPECT_EQ(config->origins().at("workers").at("text").as_string(), "file");
}

TEST_F(LiveConfigTest, AnOlderVersionsRevisionKeepsItsValues)
{
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    RevisionStore::Entry old = store.entry(2).value();
    old.revision.revision = 3;
    old.overrides.reset();
    ASSERT_TRUE(store.append(old));
    const auto again = LiveConfig::open(store, clock, {}).value();
    EXPECT_EQ(again->settings()->workers.text, 3);
    EXPECT_EQ(again->origins().at("workers").at("text").as_string(), "api");
    EXPECT_EQ(again->origins().at("workers").at("image").as_string(), "default");
}

TEST_F(LiveConfigTest, TheWayBackBringsTheValuesBackAlsoUnderAnotherFile)
{
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    config = LiveConfig::open(store, clock, baseWith(5, 7)).value();
    ASSERT_TRUE(config->rollback(1, config->revision(), "anna", ""));
    EXPECT_EQ(*config->settings(), Settings{});
}

TEST_F(LiveConfigTest, AChangeSaysWhatItWouldContradict)
{
    const auto report = patch(R"({"timeouts":{"image_s":1}})", 1);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->warnings.size(), 1U);
    EXPECT_NE(report->warnings.front().find("timeouts.image_s = 1 (api)"), std::string::npos);
    EXPECT_EQ(config->warnings(), report->warnings);
}

TEST_F(LiveConfigTest, AChangeIsKeptThenInForceThenTold)
{
    std::vector<std::string> order;
    config->follow([&](const Settings &settings) {
        EXPECT_EQ(config->settings()->workers.text, 3);
        EXPECT_TRUE(store.entry(2));
        order.push_back("follow " + std::to_string(settings.workers.text));
    });
    config->listen([&](const contract::ConfigRevision &revision) {
        order.push_back("listen " + std::to_string(revision.revision));
    });
    clock.advance(Seconds(5));
    const auto report = patch(R"({"workers":{"text":3}})", 1);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->revision, 2);
    EXPECT_EQ(report->changes.size(), 1U);
    EXPECT_EQ(order, (std::vector<std::string>{"follow 3", "listen 2"}));
    const auto kept = store.entry(2)->revision;
    EXPECT_EQ(kept.actor, "anna");
    EXPECT_EQ(kept.reason, "peak");
    EXPECT_EQ(kept.at, clock.wallNow());
}

TEST_F(LiveConfigTest, AnOlderRevisionIsStale)
{
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    const auto late = patch(R"({"workers":{"text":4}})", 1);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::stale);
    EXPECT_EQ(config->settings()->workers.text, 3);
}

TEST_F(LiveConfigTest, WhatCannotBeKeptIsNotInForce)
{
    bool isTold = false;
    config->follow([&](const Settings &) { isTold = true; });
    store.fails = true;
    const auto report = patch(R"({"workers":{"text":3}})", 1);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::io);
    EXPECT_EQ(config->revision(), 1);
    EXPECT_EQ(config->settings()->workers.text, 10);
    EXPECT_FALSE(isTold);
}

TEST_F(LiveConfigTest, AChangeOfNothingMakesNoRevision)
{
    EXPECT_EQ(patch(R"({"workers":{"text":10}})", 1)->revision, 1);
    EXPECT_EQ(config->history(0, 10)->revisions.size(), 1U);
}

TEST_F(LiveConfigTest, ADryRunChecksAndChangesNothing)
{
    LiveConfig::Patch trial;
    trial.body = contract::parseJson(R"({"workers":{"text":3}})").value();
    trial.ifRevision = 1;
    trial.dryRun = true;
    const auto report = config->patch(trial);
    EXPECT_TRUE(report->dry_run);
    EXPECT_EQ(report->revision, 1);
    EXPECT_EQ(report->changes.size(), 1U);
    EXPECT_EQ(config->settings()->workers.text, 10);
    trial.body = contract::parseJson(R"({"workers":{"text":-3}})").value();
    EXPECT_EQ(config->patch(trial).error().code, ErrorCode::invalidArgument);
}

TEST_F(LiveConfigTest, TheWayBackIsANewRevision)
{
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    EXPECT_EQ(config->rollback(1, 1, "anna", "").error().code, ErrorCode::stale);
    EXPECT_EQ(config->rollback(9, 2, "anna", "").error().code, ErrorCode::notFound);
    const auto report = config->rollback(1, 2, "anna", "");
    EXPECT_EQ(report->revision, 3);
    EXPECT_EQ(config->settings()->workers.text, 10);
    EXPECT_EQ(store.entry(3)->revision.reason, "Back to revision 1");
}

TEST_F(LiveConfigTest, TheHistoryIsPagedFromTheNewest)
{
    for (int i = 1; i < 5; ++i)
        ASSERT_TRUE(patch("{\"workers\":{\"text\":" + std::to_string(i) + "}}", i));
    const auto first = config->history(0, 2);
    EXPECT_EQ(first->revisions.front().revision, 5);
    ASSERT_TRUE(first->next_cursor);
    EXPECT_EQ(*first->next_cursor, "4");
    const auto rest = config->history(4, 10);
    EXPECT_EQ(rest->revisions.size(), 3U);
    EXPECT_FALSE(rest->next_cursor);
}

TEST_F(LiveConfigTest, ASnapshotOutlivesAChange)
{
    const auto before = config->settings();
    ASSERT_TRUE(patch(R"({"workers":{"text":3}})", 1));
    EXPECT_EQ(before->workers.text, 10);
}

} // namespace
} // namespace pult::service
