// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/observation.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

using contract::VerifiedSetting;

std::optional<VerifiedSetting> find(
    const std::vector<VerifiedSetting> &verified, const std::string &path)
{
    for (const VerifiedSetting &setting : verified)
        if (setting.path == path)
            return setting;
    return std::nullopt;
}

/// While so many images run, with two slots for them.
std::optional<VerifiedSetting> imageSlotsWhile(std::int64_t running)
{
    Settings applied;
    applied.workers.image = 2;
    Sighting sighting;
    contract::KindQueue images;
    images.kind = contract::Kind::image;
    images.running = running;
    sighting.queue.kinds.push_back(images);
    return find(verifiedBy(sighting, applied), "workers.image");
}

TEST(Observation, SlotsShowThemselvesOnlyWhileAllAreTaken)
{
    EXPECT_FALSE(imageSlotsWhile(0));
    EXPECT_FALSE(imageSlotsWhile(1));
    EXPECT_EQ(imageSlotsWhile(2), (VerifiedSetting{"workers.image", 2, ""}));
}

TEST(Observation, WhatALowerNumberHasLeftOverIsToldWithItsReason)
{
    EXPECT_EQ(imageSlotsWhile(5),
        (VerifiedSetting{"workers.image", 5, "3 jobs that began before the change still run"}));
    Sighting sighting;
    sighting.connections = {10, 12, 0};
    sighting.processes = {2, 3, 0};
    const auto verified = verifiedBy(sighting, {});
    EXPECT_EQ(find(verified, "http.max_connections")->reason,
        "2 connections from before the change are still open");
    EXPECT_EQ(find(verified, "workers.cpu_processes")->verified, 3);
}

TEST(Observation, ThreadsShowThemselvesAlways)
{
    Settings applied;
    applied.http.workers = 2;
    Sighting sighting;
    const auto reasonFor = [&](std::int64_t threads) {
        sighting.httpThreads = threads;
        const auto workers = find(verifiedBy(sighting, applied), "http.workers");
        EXPECT_EQ(workers->verified, threads);
        return workers->reason;
    };
    EXPECT_EQ(reasonFor(2), "");
    EXPECT_EQ(reasonFor(5), "Threads from before the change sleep: 3");
    EXPECT_EQ(reasonFor(1), "The system lets the service have no more threads");
}

TEST(Observation, LimitsAreThoseThatRequestsAreHeldTo)
{
    const test::ManualClock clock;
    Settings applied;
    RateLimiter limiter(clock, applied.rate_limits);
    Sighting sighting;
    sighting.rates = limiter.rates();
    auto verified = verifiedBy(sighting, applied);
    EXPECT_EQ(verified.size(), 10U);
    EXPECT_EQ(find(verified, "rate_limits.image_per_minute"),
        (VerifiedSetting{"rate_limits.image_per_minute", 10, ""}));
    EXPECT_EQ(find(verified, "rate_limits.text_per_minute")->verified, 0) << "there is none";
    applied.rate_limits.image_per_minute = 3;
    verified = verifiedBy(sighting, applied);
    EXPECT_EQ(find(verified, "rate_limits.image_per_minute"),
        (VerifiedSetting{
            "rate_limits.image_per_minute", 10, "Requests are held to another limit"}));
    applied.rate_limits.enabled = false;
    EXPECT_EQ(verifiedBy(sighting, applied).size(), 1U) << "the threads alone";
}

} // namespace
} // namespace pult::service
