// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/metricbook.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"

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

TEST(MetricBook, AFileRemembersTheNewestWord)
{
    const test::TemporaryDirectory directory;
    const auto open = [&directory] {
        return MetricBook::open(*HistoryFolder::open(directory.path()), "series").value();
    };
    const std::string scrape = "# TYPE x counter\n# HELP x one\nx 1\n# TYPE y gauge\n";
    open().read(scrape);
    const auto size = [&] {
        return std::filesystem::file_size(directory.path() / "series.comments");
    };
    const auto before = size();
    {
        MetricBook book = open();
        EXPECT_EQ(book.familyOf("x").info, (MetricInfo{MetricType::counter, "one", ""}));
        EXPECT_EQ(book.familyOf("y").info.type, MetricType::gauge);
        book.read(scrape);
        EXPECT_EQ(size(), before) << "nothing was new";
        book.read("# HELP x two\n");
        EXPECT_FALSE(book.problem());
    }
    EXPECT_EQ(open().familyOf("x").info, (MetricInfo{MetricType::counter, "two", ""}));
    EXPECT_EQ(open().lost(), 0U);
}

TEST(MetricBook, ATornFileLosesTheTornCommentAlone)
{
    const test::TemporaryDirectory directory;
    const auto path = directory.path() / "series.comments";
    const auto open = [&directory] {
        return MetricBook::open(*HistoryFolder::open(directory.path()), "series").value();
    };
    open().read("# TYPE x counter\n# TYPE y gauge\n");
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    MetricBook book = open();
    EXPECT_EQ(book.familyOf("x").info.type, MetricType::counter);
    EXPECT_EQ(book.familyOf("y").info.type, MetricType::unknown);
    EXPECT_GT(book.lost(), 0U);
    book.read("# TYPE y gauge\n");
    EXPECT_EQ(open().familyOf("y").info.type, MetricType::gauge);
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
