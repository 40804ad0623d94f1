// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/seriestable.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

const SeriesName kPlain{"up", {}};
const SeriesName kLabelled{"jobs", {{"kind", "image"}, {"state", "busy"}}};
const SeriesName kEscaped{"a", {{"b", "c\",d=\"e\\\n"}, {"f", "g"}}};

TEST(SeriesTable, GivesEachNameBackAsItWas)
{
    const std::vector<SeriesName> names{kPlain, kLabelled, kEscaped};
    const SeriesTable table(names);
    ASSERT_EQ(table.size(), names.size());
    for (SeriesIndex i = 0; i < table.size(); ++i) {
        EXPECT_EQ(table.name(i), names[i]);
        EXPECT_EQ(table.metric(i), names[i].metric);
        EXPECT_EQ(table.text(i), toString(names[i]));
    }
}

TEST(SeriesTable, KnowsASeriesByItsText)
{
    SeriesTable table;
    EXPECT_TRUE(table.add(kPlain).isNew);
    EXPECT_TRUE(table.add(kLabelled).isNew);
    const SeriesTable::Added again = table.add(kLabelled);
    EXPECT_FALSE(again.isNew);
    EXPECT_EQ(again.series, 1U);
    EXPECT_EQ(*table.find("up"), 0U);
    EXPECT_EQ(table.find("down"), nullptr);
}

TEST(SeriesTable, ForgetsSpellingsAlone)
{
    SeriesTable table;
    table.add(kPlain);
    table.addSpelling("up {}", 0);
    EXPECT_EQ(table.spellings(), 1U);
    EXPECT_EQ(*table.find("up {}"), 0U);
    table.forgetSpellings();
    EXPECT_EQ(table.spellings(), 0U);
    EXPECT_EQ(table.find("up {}"), nullptr);
    EXPECT_EQ(*table.find("up"), 0U);
}

TEST(SeriesTable, KeepsTextsWhileItGrowsAndMoves)
{
    SeriesTable grown;
    const auto nameOf = [](std::size_t i) { return SeriesName{"m", {{"i", std::to_string(i)}}}; };
    constexpr SeriesIndex kMany = 10'000;
    for (SeriesIndex i = 0; i < kMany; ++i)
        grown.add(nameOf(i));
    const std::string_view first = grown.text(0);
    const SeriesTable table = std::move(grown);
    EXPECT_EQ(table.text(0).data(), first.data());
    for (SeriesIndex i = 0; i < kMany; ++i) {
        ASSERT_EQ(table.name(i), nameOf(i));
        ASSERT_EQ(*table.find(table.text(i)), i);
    }
}

} // namespace
} // namespace pult::telemetry
