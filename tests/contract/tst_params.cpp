// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/params.h"

#include <gtest/gtest.h>

namespace pult::contract {
namespace {

GenerateRequest prompted(std::string prompt)
{
    GenerateRequest request;
    request.prompt = std::move(prompt);
    return request;
}

TEST(Params, DefaultsOfEveryKindAreValid)
{
    for (const Kind kind : kAllKinds) {
        GenerateRequest request = prompted("a cat");
        request.params = withDefaults(kind, request);
        EXPECT_TRUE(validate(kind, request, Seconds(60))) << nameOf(kind);
    }
}

TEST(Params, TheSeedFollowsThePromptUnlessGiven)
{
    EXPECT_EQ(withDefaults(Kind::image, prompted("a")), withDefaults(Kind::image, prompted("a")));
    EXPECT_NE(withDefaults(Kind::image, prompted("a")).seed,
        withDefaults(Kind::image, prompted("b")).seed);
}

TEST(Params, EachBoundIsKept)
{
    GenerateRequest request = prompted("a");
    request.priority = 10;
    request.timeout_s = Seconds(61);
    request.params.width = 1;
    request.params.words = 5;
    const auto checked = validate(Kind::image, request, Seconds(60));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().fields.size(), 4U);
    EXPECT_FALSE(validate(Kind::text, prompted(""), Seconds(60)));
    EXPECT_FALSE(validate(Kind::text, prompted(std::string(8001, 'x')), Seconds(60)));
    request.timeout_s = Seconds(std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(validate(Kind::image, request, Seconds(60)).error().fields.size(), 4U);
}

} // namespace
} // namespace pult::contract
