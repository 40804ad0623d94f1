// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/selector.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

bool matches(MatchKind kind, const std::string &value)
{
    return Selector{"m", {{"l", kind, {"a", "bc"}}}}.matches({"m", {{"k", "a"}, {"l", value}}});
}

TEST(Selector, MeetsEachKindOfCondition)
{
    EXPECT_TRUE(matches(MatchKind::oneOf, "bc"));
    EXPECT_FALSE(matches(MatchKind::oneOf, "b"));
    EXPECT_FALSE(matches(MatchKind::noneOf, "bc"));
    EXPECT_TRUE(matches(MatchKind::noneOf, "b"));
    EXPECT_TRUE(matches(MatchKind::startsWithOneOf, "bcd"));
    EXPECT_FALSE(matches(MatchKind::startsWithOneOf, "cd"));
    EXPECT_FALSE(matches(MatchKind::startsWithNoneOf, "bcd"));
    EXPECT_TRUE(matches(MatchKind::startsWithNoneOf, "cd"));
}

TEST(Selector, AMissingLabelIsEmpty)
{
    EXPECT_TRUE((Selector{"m", {{"none", MatchKind::noneOf, {"a"}}}}.matches({"m", {}})));
    EXPECT_FALSE((Selector{"n", {{"none", MatchKind::noneOf, {"a"}}}}.matches({"m", {}})));
    EXPECT_TRUE((Selector{"m"}.matches({"m", {{"l", "x"}}})));
}

} // namespace
} // namespace pult::telemetry
