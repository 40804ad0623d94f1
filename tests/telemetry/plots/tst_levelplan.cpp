// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/levelplan.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

WallTime at(int second)
{
    return WallTime(std::chrono::seconds(second));
}

/// Fine rows since 800; rolled up to 990, 960 and 900.
const std::vector<LevelSpan> kLevels{{at(800), at(1000)}, {at(300), at(990)}, {at(100), at(960)}};

std::vector<LevelPart> planned(std::size_t level, int from, int to)
{
    return planParts(kLevels, level, at(from), at(to));
}

TEST(LevelPlan, OneLevelThatHasItAllIsOnePart)
{
    EXPECT_EQ(planned(1, 400, 900), (std::vector<LevelPart>{{1, at(400), at(900)}}));
}

TEST(LevelPlan, TheNewestPartIsFinerThanAskedFor)
{
    EXPECT_EQ(planned(2, 400, 2000),
        (std::vector<LevelPart>{
            {2, at(400), at(960)}, {1, at(960), at(990)}, {0, at(990), at(2000)}}));
}

TEST(LevelPlan, TheOldestPartIsCoarserThanAskedFor)
{
    EXPECT_EQ(planned(0, 50, 850),
        (std::vector<LevelPart>{
            {2, at(100), at(300)}, {1, at(300), at(800)}, {0, at(800), at(850)}}));
}

TEST(LevelPlan, BeforeEverythingThereIsNothingToRead)
{
    EXPECT_TRUE(planned(0, 10, 60).empty());
    EXPECT_TRUE(planned(2, 10, 60).empty());
}

} // namespace
} // namespace pult::telemetry
