// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/frontdoor.h"

#include <gtest/gtest.h>

#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

TEST(FrontDoor, RolesDecide)
{
    test::FakeFrontDoor door;
    const std::string viewer = door.tokens->createTransient("v", Role::viewer);
    const std::string admin = door.tokens->createTransient("a", Role::admin);
    EXPECT_EQ(door.send(Method::GET, "/queue").status, 401U);
    EXPECT_EQ(door.send(Method::GET, "/queue", {}, "wrong").status, 401U);
    EXPECT_EQ(door.send(Method::GET, "/queue", {}, viewer).status, 200U);
    EXPECT_EQ(door.send(Method::PATCH, "/config", "{}", viewer).status, 403U);
    EXPECT_EQ(door.send(Method::PATCH, "/config", "{}", admin).status, 200U);
}

TEST(FrontDoor, EachClientHasItsOwnLimitAndProbesHaveNone)
{
    test::FakeFrontDoor door;
    RateLimitSettings settings;
    settings.general_burst = 2;
    door.limiter.change(settings);
    const std::string one = door.tokens->createTransient("one", Role::viewer);
    const std::string two = door.tokens->createTransient("two", Role::viewer);
    const Response first = door.send(Method::GET, "/queue", {}, one);
    EXPECT_EQ(first.headers.value("X-RateLimit-Limit"), "2");
    EXPECT_EQ(first.headers.value("X-RateLimit-Remaining"), "1");
    EXPECT_EQ(first.headers.value("RateLimit"), "\"general\";r=1;t=1");
    EXPECT_EQ(door.send(Method::GET, "/queue", {}, one).status, 200U);
    const Response refused = door.send(Method::GET, "/queue", {}, one);
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.headers.value("Retry-After"), "1");
    EXPECT_EQ(door.send(Method::GET, "/queue", {}, two).status, 200U);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(door.send(Method::GET, "/livez").status, 200U);
}

TEST(FrontDoor, GuessingTokensIsLimitedByAddress)
{
    test::FakeFrontDoor door;
    unsigned last = 0;
    for (int i = 0; i < 50; ++i)
        last = door.send(Method::GET, "/queue", {}, std::to_string(i)).status;
    EXPECT_EQ(last, 429U);
}

TEST(FrontDoor, RequestsAreCountedByTemplate)
{
    test::FakeFrontDoor door;
    const std::string token = door.tokens->createTransient("v", Role::viewer);
    static_cast<void>(door.send(Method::GET, "/api/v1/jobs/secret-name", {}, token));
    static_cast<void>(door.send(Method::GET, "/no/such/place", {}, token));
    std::string labels;
    for (const auto &family : door.registry.Collect())
        for (const auto &metric : family.metric)
            for (const auto &label : metric.label)
                labels += label.name + '=' + label.value + ' ';
    EXPECT_NE(labels.find("route=/api/v1/jobs/{id}"), std::string::npos);
    EXPECT_NE(labels.find("route=none"), std::string::npos);
    EXPECT_EQ(labels.find("secret"), std::string::npos);
    EXPECT_EQ(labels.find("such"), std::string::npos);
}

TEST(FrontDoor, ReadyMeansReady)
{
    test::FakeFrontDoor door;
    EXPECT_EQ(door.send(Method::GET, "/readyz").status, 200U);
    door.isReady = false;
    EXPECT_EQ(door.send(Method::GET, "/readyz").status, 503U);
}

} // namespace
} // namespace pult::service
