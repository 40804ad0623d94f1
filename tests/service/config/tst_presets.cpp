// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/presets.h"

#include <gtest/gtest.h>

#include "service/config/mergepatch.h"

namespace pult::service {
namespace {

TEST(Presets, EachIsAValidPatch)
{
    std::vector<std::string> names;
    for (const contract::ConfigPreset &preset : configPresets()) {
        names.push_back(preset.name);
        EXPECT_TRUE(applyMergePatch({}, preset.values)) << preset.name;
        EXPECT_FALSE(preset.title.empty());
    }
    EXPECT_EQ(names, (std::vector<std::string>{"low", "medium", "high"}));
}

TEST(Presets, TheAdviceFollowsTheUsers)
{
    const auto threads = [](std::int64_t users) {
        return configAdvice(users).values.at("http").at("workers").as_int64();
    };
    EXPECT_EQ(threads(1), 2);
    EXPECT_EQ(threads(10), 2);
    EXPECT_EQ(threads(11), 4);
    EXPECT_EQ(threads(50), 4);
    EXPECT_EQ(threads(51), 8);
    EXPECT_EQ(configAdvice(100).text.find("instances"), std::string::npos);
    EXPECT_NE(configAdvice(101).text.find("instances"), std::string::npos);
    for (const std::int64_t users : {1, 100, 1'000'000})
        EXPECT_TRUE(applyMergePatch({}, configAdvice(users).values)) << users;
}

} // namespace
} // namespace pult::service
