// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/hashindex.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

/// The values are their own places.
std::uint32_t find(const HashIndex &index, std::uint32_t hash, std::uint32_t value)
{
    return index.find(hash, [value](std::uint32_t place) { return place == value; });
}

TEST(HashIndex, FindsNothingInNothing)
{
    EXPECT_EQ(find({}, 0, 0), HashIndex::kNone);
}

TEST(HashIndex, TellsValuesOfOneHashApart)
{
    constexpr std::uint32_t kMany = 1000;
    HashIndex index;
    for (std::uint32_t i = 0; i < kMany; ++i)
        index.add(i % 10, i);
    for (std::uint32_t i = 0; i < kMany; ++i)
        ASSERT_EQ(find(index, i % 10, i), i);
    EXPECT_EQ(find(index, 0, 1), HashIndex::kNone);
    EXPECT_EQ(find(index, 0, kMany), HashIndex::kNone);
}

TEST(HashIndex, AddsOnlyWhatItDoesNotFind)
{
    constexpr std::uint32_t kHash = 7;
    HashIndex index;
    const auto findOrAdd = [&index](std::uint32_t value) {
        return index.findOrAdd(
            kHash, value, [value](std::uint32_t place) { return place % 10 == value % 10; });
    };
    EXPECT_EQ(findOrAdd(1), 1U);
    EXPECT_EQ(findOrAdd(2), 2U);
    EXPECT_EQ(findOrAdd(11), 1U);
    EXPECT_EQ(find(index, kHash, 11), HashIndex::kNone);
}

TEST(HashIndex, MayBeUsedAgainOnceCleared)
{
    HashIndex index;
    index.add(7, 1);
    index.clear();
    EXPECT_EQ(find(index, 7, 1), HashIndex::kNone);
    index.add(7, 2);
    EXPECT_EQ(find(index, 7, 2), 2U);
}

} // namespace
} // namespace pult::telemetry
