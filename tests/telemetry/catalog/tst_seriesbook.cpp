// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/seriesbook.h"

#include <cmath>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"
#include "support/wholefile.h"

namespace pult::telemetry {
namespace {

std::vector<double> arranged(SeriesBook &book, const std::vector<double> &values)
{
    const auto row = book.arrange(values);
    return {row.begin(), row.end()};
}

TEST(SeriesBook, ASeriesKeepsItsColumnWhenItIsMetInAnotherOrder)
{
    const test::TemporaryDirectory directory;
    {
        auto book = SeriesBook::open(*HistoryFolder::open(directory.path()), "s").value();
        book.bind({"up", "jobs{kind=\"image\"}"});
        book.bind({"queue"});
        EXPECT_EQ(arranged(book, {1, 2, 3}), (std::vector<double>{1, 2, 3}));
    }
    auto book = SeriesBook::open(*HistoryFolder::open(directory.path()), "s").value();
    EXPECT_EQ(book.names().size(), 3U);
    book.bind({"queue", "new", "up"});
    const auto row = arranged(book, {3, 4, 1});
    ASSERT_EQ(row.size(), 4U);
    EXPECT_EQ(row[0], 1);
    EXPECT_TRUE(std::isnan(row[1]));
    EXPECT_EQ(row[2], 3);
    EXPECT_EQ(row[3], 4);
    EXPECT_EQ(book.find("new"), 3U);
    EXPECT_FALSE(book.find("other"));
}

TEST(SeriesBook, ADamagedNameDoesNotMoveTheOthers)
{
    const test::TemporaryDirectory directory;
    SeriesBook::open(*HistoryFolder::open(directory.path()), "s").value().bind({"a", "b", "c"});
    std::string file = test::readFile(directory.path() / "s.names");
    file[file.rfind('b')] = 'x';
    test::writeFile(directory.path() / "s.names", file);
    auto book = SeriesBook::open(*HistoryFolder::open(directory.path()), "s").value();
    EXPECT_GT(book.lost(), 0U);
    EXPECT_EQ(book.find("c"), 2U);
    EXPECT_FALSE(book.find("x"));
    book.bind({"b"});
    EXPECT_EQ(book.find("b"), 3U);
}

TEST(SeriesBook, ForTheSecondConsoleItIsInMemory)
{
    const test::TemporaryDirectory directory;
    const auto first = HistoryFolder::open(directory.path());
    SeriesBook::open(*first, "s").value().bind({"a"});
    auto book = SeriesBook::open(*HistoryFolder::open(directory.path()), "s").value();
    book.bind({"b", "a"});
    EXPECT_EQ(book.find("b"), 1U);
    EXPECT_EQ(SeriesBook::open(*first, "s").value().names().size(), 1U);
}

} // namespace
} // namespace pult::telemetry
