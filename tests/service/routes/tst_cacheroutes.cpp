// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/cacheroutes.h"

#include <gtest/gtest.h>

#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

class CacheRoutes : public testing::Test {
protected:
    Response get(std::string_view target) { return door.send(Method::GET, target, {}, token); }
    Response ask(Method method, const Headers &fields)
    {
        door.cache.put("a", {"bytes", "image/webp", 512, 512});
        Request request;
        request.method = method;
        request.target = parseTarget("/stickers/a").value();
        request.headers = fields;
        request.headers.add("Authorization", "Bearer " + token);
        return door.answer(request);
    }
    static Headers fields(std::string name, std::string value)
    {
        Headers made;
        made.add(std::move(name), std::move(value));
        return made;
    }

    test::FakeFrontDoor door;
    std::string token = door.tokens->createTransient("anna", Role::viewer);
};

TEST_F(CacheRoutes, ACachedStickerIsServedAsItIs)
{
    door.cache.put("0123abcd", {"bytes", "image/webp", 512, 512});
    const Response response = get("/stickers/0123abcd");
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.body, "bytes");
    EXPECT_EQ(response.contentType, "image/webp");
    EXPECT_EQ(response.headers.value("ETag"), "\"0123abcd\"");
}

TEST_F(CacheRoutes, WhoHasItAlreadyIsToldSo)
{
    const Response response = ask(Method::GET, fields("If-None-Match", "\"a\""));
    EXPECT_EQ(response.status, 304U);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(response.headers.value("ETag"), "\"a\"");
}

TEST_F(CacheRoutes, ARangeIsServedAlone)
{
    const Response response = ask(Method::GET, fields("Range", "bytes=1-2"));
    EXPECT_EQ(response.status, 206U);
    EXPECT_EQ(response.body, "yt");
    EXPECT_EQ(response.contentType, "image/webp");
    EXPECT_EQ(response.headers.value("Content-Range"), "bytes 1-2/5");
    EXPECT_EQ(response.headers.value("Accept-Ranges"), "bytes");
}

TEST_F(CacheRoutes, ARangeBehindTheEndIsRefused)
{
    const Response response = ask(Method::GET, fields("Range", "bytes=5-"));
    EXPECT_EQ(response.status, 416U);
    EXPECT_EQ(response.contentType, "application/problem+json");
    EXPECT_EQ(response.headers.value("Content-Range"), "bytes */5");
}

TEST_F(CacheRoutes, ARangeOfOtherBytesThanTheClientHasIsTheWhole)
{
    Headers other = fields("Range", "bytes=1-2");
    other.add("If-Range", "\"b\"");
    EXPECT_EQ(ask(Method::GET, other).body, "bytes");
}

TEST_F(CacheRoutes, OnlyGetKnowsRanges)
{
    const Response response = ask(Method::HEAD, fields("Range", "bytes=1-2"));
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.headers.value("Accept-Ranges"), "bytes");
}

TEST_F(CacheRoutes, WhatIsNotCachedIsAProblem)
{
    const Response response = get("/stickers/0123abcd");
    EXPECT_EQ(response.status, 404U);
    EXPECT_EQ(response.contentType, "application/problem+json");
    EXPECT_NE(response.body.find("not cached"), std::string::npos);
}

TEST_F(CacheRoutes, TheStatisticsCountBoth)
{
    door.cache.put("a", {"bytes", "image/webp", 512, 512});
    get("/stickers/a");
    get("/stickers/b");
    const auto stats = contract::decodeText<contract::CacheStats>(get("/cache/stats").body).value();
    EXPECT_EQ(stats, door.cache.stats());
    EXPECT_EQ(stats.entries, 1);
    EXPECT_EQ(stats.hits, 1);
    EXPECT_EQ(stats.misses, 1);
}

TEST_F(CacheRoutes, StrangersSeeNothing)
{
    door.cache.put("a", {"bytes", "image/webp", 512, 512});
    EXPECT_EQ(door.send(Method::GET, "/stickers/a").status, 401U);
    EXPECT_EQ(door.send(Method::GET, "/cache/stats").status, 401U);
}

} // namespace
} // namespace pult::service
