// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/comparison.h"

#include <string>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

/// Over every length that the words and blocks of the comparison are cut into.
TEST(Comparison, FindsTheFirstDifferenceWhereverItIs)
{
    const std::string text(900, 'x');
    for (std::size_t place = 0; place < text.size(); ++place) {
        std::string other = text;
        other[place] = 'y';
        const Comparison comparison(other, text);
        ASSERT_TRUE(comparison.isEqualFor(place));
        ASSERT_FALSE(comparison.isEqualFor(place + 1));
    }
}

TEST(Comparison, EndsWithTheShorterText)
{
    const std::string text(300, 'x');
    for (std::size_t length = 0; length < text.size(); ++length) {
        const Comparison comparison(text, std::string_view(text).substr(0, length));
        ASSERT_TRUE(comparison.isEqualFor(length));
        ASSERT_FALSE(comparison.isEqualFor(length + 1));
        ASSERT_FALSE(comparison.isEqualToTheEnd());
    }
    EXPECT_TRUE(Comparison(text, text).isEqualToTheEnd());
    EXPECT_TRUE(Comparison("", "").isEqualToTheEnd());
}

TEST(Comparison, GoesOnBehindADifference)
{
    const std::string now = "same 123 rest";
    const std::string before = "same 4 rest";
    Comparison comparison(now, before);
    ASSERT_TRUE(comparison.isEqualFor(5));
    EXPECT_FALSE(comparison.isEqualFor(6));
    comparison.skipEqual(5);
    comparison.skip(3, 1);
    EXPECT_EQ(std::string(comparison.now(), comparison.nowEnd()), " rest");
    EXPECT_TRUE(comparison.isEqualToTheEnd());
}

} // namespace
} // namespace pult::telemetry
