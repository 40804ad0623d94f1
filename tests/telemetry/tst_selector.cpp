// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/selector.h"

#include <array>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

constexpr std::array<std::string_view, 2> kValues{"a", "bc"};

bool matches(LabelMatch::Kind kind, const std::string &value)
{
    const std::array conditions{LabelMatch{"l", kind, kValues}};
    return Selector{"m", conditions}.matches({"m", {{"k", "a"}, {"l", value}}});
}

TEST(Selector, MeetsEachKindOfCondition)
{
    EXPECT_TRUE(matches(LabelMatch::Kind::oneOf, "bc"));
    EXPECT_FALSE(matches(LabelMatch::Kind::oneOf, "b"));
    EXPECT_FALSE(matches(LabelMatch::Kind::noneOf, "bc"));
    EXPECT_TRUE(matches(LabelMatch::Kind::noneOf, "b"));
    EXPECT_TRUE(matches(LabelMatch::Kind::startsWithOneOf, "bcd"));
    EXPECT_FALSE(matches(LabelMatch::Kind::startsWithOneOf, "cd"));
}

TEST(Selector, AMissingLabelIsEmpty)
{
    const std::array conditions{LabelMatch{"none", LabelMatch::Kind::noneOf, kValues}};
    EXPECT_TRUE((Selector{"m", conditions}.matches({"m", {}})));
    EXPECT_FALSE((Selector{"n", conditions}.matches({"m", {}})));
    EXPECT_TRUE((Selector{"m"}.matches({"m", {{"l", "x"}}})));
}

} // namespace
} // namespace pult::telemetry
