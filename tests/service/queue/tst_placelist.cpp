// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/placelist.h"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace pult::service {
namespace {

QueuePlace placeOf(std::uint32_t number)
{
    Uuid uuid;
    for (std::size_t i = 0; i < 4; ++i)
        uuid.bytes.at(15 - i) = static_cast<std::uint8_t>(number >> (8 * i));
    return {WallTime(std::chrono::milliseconds(number / 4)), contract::JobId(uuid)};
}

TEST(PlaceList, AnEmptyListHasNothing)
{
    PlaceList list;
    EXPECT_EQ(list.first(), nullptr);
    EXPECT_EQ(list.rank(placeOf(1)), std::nullopt);
    EXPECT_FALSE(list.erase(placeOf(1)));
}

TEST(PlaceList, BehavesAsASortedSetThroughAnyChanges)
{
    PlaceList list;
    std::set<QueuePlace> model;
    std::mt19937 random(7);
    for (int step = 0; step < 20'000; ++step) {
        const QueuePlace place = placeOf(static_cast<std::uint32_t>(random() % 6000));
        if (random() % 5 < 3 && model.insert(place).second)
            list.insert(place);
        else
            EXPECT_EQ(list.erase(place), model.erase(place) == 1);
        ASSERT_EQ(list.size(), model.size());
        if (!model.empty()) {
            ASSERT_EQ(*list.first(), *model.begin());
        }
    }
    std::size_t rank = 0;
    for (const QueuePlace &place : model)
        EXPECT_EQ(list.rank(place), rank++);
    std::vector<QueuePlace> visited;
    list.visit([&](const QueuePlace &place) { visited.push_back(place); });
    EXPECT_TRUE(std::equal(visited.begin(), visited.end(), model.begin(), model.end()));
}

TEST(PlaceList, WhatIsTakenFromTheFrontWasTheOldest)
{
    PlaceList list;
    for (std::uint32_t number = 0; number < 5000; ++number)
        list.insert(placeOf(number));
    for (std::uint32_t number = 0; number < 5000; ++number) {
        ASSERT_EQ(*list.first(), placeOf(number));
        ASSERT_TRUE(list.erase(*list.first()));
    }
    EXPECT_EQ(list.size(), 0U);
}

} // namespace
} // namespace pult::service
