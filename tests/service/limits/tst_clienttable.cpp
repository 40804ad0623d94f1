// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/clienttable.h"

#include <deque>
#include <random>

#include <gtest/gtest.h>

namespace pult::service {
namespace {

const SteadyTime kStart{std::chrono::hours(1)};
const BucketRate kSlow{0.001, 100};

/// Marks a client's first bucket by how often it was touched.
std::int64_t touch(ClientTable &table, const std::string &name)
{
    TokenBucket &bucket = table.touch(name).front();
    bucket.take(kSlow, kStart);
    return kSlow.burst() - bucket.tokens(kSlow, kStart);
}

TEST(ClientTable, RemembersEachClientUntilItIsForgotten)
{
    ClientTable table;
    EXPECT_EQ(touch(table, "a"), 1);
    EXPECT_EQ(touch(table, "b"), 1);
    EXPECT_EQ(touch(table, "a"), 2);
    EXPECT_EQ(table.size(), 2U);
    table.forgetQuietest();
    EXPECT_EQ(table.size(), 1U);
    EXPECT_EQ(touch(table, "a"), 3) << "b was quiet for longer";
    EXPECT_EQ(touch(table, "b"), 1) << "begins anew, with full buckets";
}

TEST(ClientTable, ForgetsInTheOrderOfSilenceWhateverHappened)
{
    std::mt19937 random(3);
    ClientTable table;
    std::deque<std::pair<std::string, std::int64_t>> model; // The most quiet first.
    for (int step = 0; step < 20'000; ++step) {
        if (!model.empty() && random() % 3 == 0) {
            ASSERT_EQ(kSlow.burst() - table.quietest().front().tokens(kSlow, kStart),
                std::min<std::int64_t>(model.front().second, kSlow.burst()));
            table.forgetQuietest();
            model.pop_front();
        } else {
            const std::string name = "client " + std::to_string(random() % 50);
            const auto known = std::find_if(
                model.begin(), model.end(), [&](const auto &entry) { return entry.first == name; });
            const std::int64_t touched = known == model.end() ? 1 : known->second + 1;
            if (known != model.end())
                model.erase(known);
            model.emplace_back(name, touched);
            ASSERT_EQ(touch(table, name), std::min<std::int64_t>(touched, kSlow.burst()));
        }
        ASSERT_EQ(table.size(), model.size());
    }
}

} // namespace
} // namespace pult::service
