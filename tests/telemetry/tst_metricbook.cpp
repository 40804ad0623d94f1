// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/metricbook.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

TEST(MetricBook, ReadsTypeHelpAndUnit)
{
    MetricBook book;
    book.read("# TYPE wait_seconds gauge\n# UNIT wait_seconds seconds\nwait_seconds 1\n"
              "# HELP wait_seconds How\\nlong \\\\ \\q\n# a remark\n#\n# EOF");
    const auto family = book.familyOf("wait_seconds");
    EXPECT_EQ(family.name, "wait_seconds");
    EXPECT_EQ(family.info, (MetricInfo{MetricType::gauge, "How\nlong \\ \\q", "seconds"}));
}

TEST(MetricBook, KnowsWhichFamilyASampleBelongsTo)
{
    MetricBook book;
    book.read("# TYPE a counter\n# TYPE b_total counter\n# TYPE c histogram\n# TYPE d summary\n"
              "# TYPE e gauge\n");
    EXPECT_EQ(book.familyOf("a_total").name, "a");
    EXPECT_EQ(book.familyOf("b_total").name, "b_total");
    EXPECT_EQ(book.familyOf("b_total").info.type, MetricType::counter);
    EXPECT_EQ(book.familyOf("c_bucket").info.type, MetricType::histogram);
    EXPECT_EQ(book.familyOf("d_count").info.type, MetricType::summary);
    EXPECT_EQ(book.familyOf("e_count").name, "e_count");
    EXPECT_EQ(book.familyOf("e_count").info, MetricInfo{});
}

TEST(MetricBook, TakesTheNewestWordAndCutsWhatIsTooLong)
{
    MetricBook book;
    book.read("# HELP x one\n# TYPE x counter\n");
    std::string longText(MetricBook::kLongestHelp - 1, 'a');
    book.read("# HELP x " + longText + "\u00e4\n");
    EXPECT_EQ(book.familyOf("x").info, (MetricInfo{MetricType::counter, longText, ""}));
}

TEST(MetricBook, IsBounded)
{
    MetricBook book;
    std::string body;
    for (std::size_t i = 0; i <= MetricBook::kMostFamilies; ++i)
        body += "# TYPE m" + std::to_string(i) + " gauge\n";
    book.read(body);
    const auto typeOf = [&book](std::size_t i) {
        return book.familyOf("m" + std::to_string(i)).info.type;
    };
    EXPECT_EQ(typeOf(MetricBook::kMostFamilies - 1), MetricType::gauge);
    EXPECT_EQ(typeOf(MetricBook::kMostFamilies), MetricType::unknown);
}

} // namespace
} // namespace pult::telemetry
