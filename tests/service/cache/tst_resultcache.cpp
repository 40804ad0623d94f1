// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cache/resultcache.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace pult::service {
namespace {

constexpr std::int64_t kBytes = 1000;

/// Room for three results of kBytes with keys of one letter.
constexpr std::int64_t kRoom = 3 * (kBytes + 1 + ResultCache::kEntryBytes);

class Cache : public testing::Test {
protected:
    void put(const std::string &key, std::int64_t bytes = kBytes)
    {
        cache.put(key, {std::string(static_cast<std::size_t>(bytes), 'x'), "image/webp", 2, 3});
    }
    [[nodiscard]] double sampleOf(const std::string &name, const std::string &reason = {}) const
    {
        for (const auto &family : registry.Collect())
            for (const auto &metric : family.metric)
                if (family.name == name && (reason.empty() || metric.label.front().value == reason))
                    return family.type == prometheus::MetricType::Counter ? metric.counter.value
                                                                          : metric.gauge.value;
        return -1;
    }

    test::ManualClock clock;
    prometheus::Registry registry;
    ResultCache cache{clock, {kRoom, Seconds(60)}, registry};
};

TEST_F(Cache, FindsWhatWasPutAndCounts)
{
    EXPECT_EQ(cache.find("a"), nullptr);
    put("a");
    const auto found = cache.find("a");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->bytes.size(), std::size_t{kBytes});
    EXPECT_EQ(found->mediaType, "image/webp");
    const auto stats = cache.stats();
    EXPECT_EQ(stats.entries, 1);
    EXPECT_EQ(stats.hits, 1);
    EXPECT_EQ(stats.misses, 1);
    EXPECT_EQ(stats.max_bytes, kRoom);
    EXPECT_EQ(stats.bytes, kRoom / 3);
    EXPECT_EQ(stats.policy, "lru");
}

TEST_F(Cache, WhatWasUsedLongestAgoMakesRoom)
{
    for (const char *key : {"a", "b", "c"})
        put(key);
    EXPECT_NE(cache.find("a"), nullptr);
    put("d");
    EXPECT_EQ(cache.find("b"), nullptr) << "a was used since, b was not";
    for (const char *key : {"a", "c", "d"})
        EXPECT_NE(cache.find(key), nullptr) << key;
    EXPECT_EQ(cache.stats().evictions, 1);
    EXPECT_LE(cache.stats().bytes, kRoom);
}

TEST_F(Cache, AKeyHasOneResult)
{
    put("a");
    put("a", 10);
    EXPECT_EQ(cache.find("a")->bytes.size(), 10U);
    EXPECT_EQ(cache.stats().entries, 1);
    EXPECT_EQ(cache.stats().bytes, 10 + 1 + ResultCache::kEntryBytes);
}

TEST_F(Cache, WhatIsLargerThanTheCacheIsNotKept)
{
    put("a");
    put("b", kRoom);
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_NE(cache.find("a"), nullptr) << "it pushes nobody out";
    EXPECT_EQ(cache.stats().evictions, 0);
}

TEST_F(Cache, WhatIsTooOldIsGoneAlsoWhenItIsInUse)
{
    put("a");
    clock.advance(Seconds(59));
    put("b");
    EXPECT_NE(cache.find("a"), nullptr);
    clock.advance(Seconds(1));
    EXPECT_EQ(cache.find("a"), nullptr) << "being asked for does not make it younger";
    EXPECT_NE(cache.find("b"), nullptr);
    EXPECT_EQ(cache.stats().entries, 1);
    EXPECT_EQ(cache.stats().expirations, 1);
    EXPECT_EQ(cache.stats().evictions, 0);
}

TEST_F(Cache, SettingsAreInForceAtOnce)
{
    for (const char *key : {"a", "b", "c"})
        put(key);
    cache.apply({kRoom / 3, Seconds(60)});
    EXPECT_EQ(cache.stats().entries, 1);
    EXPECT_NE(cache.find("c"), nullptr);
    clock.advance(Seconds(10));
    cache.apply({kRoom, Seconds(10)});
    EXPECT_EQ(cache.stats().entries, 0);
    EXPECT_EQ(cache.applied(), (CacheSettings{kRoom, Seconds(10)}));
    cache.apply({0, Seconds(10)});
    put("a");
    EXPECT_EQ(cache.stats().entries, 0) << "0 bytes keep nothing";
}

TEST_F(Cache, AResultInUseOutlivesItsPlace)
{
    put("a");
    const auto held = cache.find("a");
    cache.apply({0, Seconds(60)});
    EXPECT_EQ(held->bytes.size(), std::size_t{kBytes});
}

TEST_F(Cache, TheSeriesFollow)
{
    for (const char *key : {"a", "b", "c", "d"})
        put(key);
    EXPECT_EQ(cache.find("a"), nullptr);
    EXPECT_NE(cache.find("d"), nullptr);
    cache.refreshMetrics();
    EXPECT_EQ(sampleOf("pult_cache_entries"), 3);
    EXPECT_EQ(sampleOf("pult_cache_bytes"), static_cast<double>(kRoom));
    EXPECT_EQ(sampleOf("pult_cache_max_bytes"), static_cast<double>(kRoom));
    EXPECT_EQ(sampleOf("pult_cache_hits_total"), 1);
    EXPECT_EQ(sampleOf("pult_cache_misses_total"), 1);
    EXPECT_EQ(sampleOf("pult_cache_evictions_total", "size"), 1);
    EXPECT_EQ(sampleOf("pult_cache_evictions_total", "age"), 0);
}

} // namespace
} // namespace pult::service
