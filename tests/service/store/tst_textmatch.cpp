// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/textmatch.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TEST(TextMatch, LettersOfThreeScriptsAreFolded)
{
    EXPECT_EQ(foldCase("AZ az 09 _ É Ω Ёж ЯР"), "az az 09 _ é ω ёж яр");
    EXPECT_EQ(foldCase("日本 🦊 ×"), "日本 🦊 ×");
    EXPECT_EQ(foldCase("\xd0"), "\xd0") << "a torn letter stays";
}

TEST(TextMatch, ANeedleIsFoundInAnyCase)
{
    EXPECT_TRUE(containsFolded("Кот на ОКНЕ", "окне"));
    EXPECT_TRUE(containsFolded("anything", ""));
    EXPECT_FALSE(containsFolded("cat", "dog"));
}

} // namespace
} // namespace pult::service
