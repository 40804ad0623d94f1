// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/comparison.h"

#include <string>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

/// Over every length that the vectors and words of the comparison are cut into.
TEST(Comparison, FindsTheFirstDifferenceWhereverItIs)
{
    const std::string text(300, 'x');
    for (std::size_t place = 0; place < text.size(); ++place) {
        std::string other = text;
        other[place] = 'y';
        other.back() = 'z';
        ASSERT_EQ(commonLength(other, text), place);
        ASSERT_EQ(commonLength(text, other), place);
    }
}

TEST(Comparison, EndsWithTheShorterText)
{
    const std::string text(300, 'x');
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const std::string shorter(length, 'x');
        ASSERT_EQ(commonLength(text, shorter), length);
        ASSERT_EQ(commonLength(shorter, text), length);
    }
}

} // namespace
} // namespace pult::telemetry
