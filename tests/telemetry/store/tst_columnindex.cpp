// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/columnindex.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

using Ends = std::vector<std::uint32_t>;

void expectPlaces(const Bytes &columns, const Ends &ends)
{
    ASSERT_EQ(columnCount(columns), ends.size());
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const ColumnPlace place = placeOfColumn(columns, i);
        EXPECT_EQ(place.begin, begin) << i;
        EXPECT_EQ(place.end, ends[i]) << i;
        begin = ends[i];
    }
}

TEST(ColumnIndex, SaysWhereEachColumnLies)
{
    for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 16U, 1000U}) {
        Ends ends;
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < count; ++i)
            ends.push_back(end += i % 3 == 0 ? 0 : i % 5 == 0 ? 8000 : 3);
        Bytes columns;
        putColumnIndex(ends, columns);
        EXPECT_LE(columns.size(), 8 + count * 5 / 2 + 4);
        columns.push_back(0xab);
        expectPlaces(columns, ends);
        ASSERT_EQ(packedColumns(columns).size(), 1U);
        EXPECT_EQ(packedColumns(columns)[0], 0xab);
    }
}

TEST(ColumnIndex, ReadsTheFormerFormat)
{
    const Ends ends{3, 3, 70'000, 70'001};
    Bytes columns;
    putRaw(static_cast<std::uint32_t>(ends.size()), columns);
    for (const std::uint32_t end : ends)
        putRaw(end, columns);
    expectPlaces(columns, ends);
    EXPECT_TRUE(packedColumns(columns).empty());
}

} // namespace
} // namespace pult::telemetry
