// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/byterange.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using Kind = RangeAnswer::Kind;

struct Row {
    const char *field;
    Kind kind;
    std::uint64_t offset;
    std::uint64_t length;
};

TEST(ByteRange, AThousandBytes)
{
    for (const Row &row : {
             Row{"bytes=0-99", Kind::part, 0, 100},
             Row{"bytes=900-", Kind::part, 900, 100},
             Row{"bytes=-1", Kind::part, 999, 1},
             Row{"bytes=-5000", Kind::part, 0, 1000},
             Row{"bytes=990-5000", Kind::part, 990, 10},
             Row{"bytes=1000-", Kind::unsatisfiable, 0, 0},
             Row{"bytes=-0", Kind::unsatisfiable, 0, 0},
             Row{"", Kind::whole, 0, 0},
             Row{"bytes=", Kind::whole, 0, 0},
             Row{"bytes=-", Kind::whole, 0, 0},
             Row{"bytes=5-4", Kind::whole, 0, 0},
             Row{"bytes=0-1,3-4", Kind::whole, 0, 0},
             Row{"lines=0-1", Kind::whole, 0, 0},
             Row{"bytes=a-b", Kind::whole, 0, 0},
             Row{"bytes=0-99999999999999999999", Kind::whole, 0, 0},
         }) {
        const RangeAnswer range = selectRange(row.field, 1000);
        EXPECT_EQ(range.kind, row.kind) << row.field;
        EXPECT_EQ(range.offset, row.offset) << row.field;
        EXPECT_EQ(range.length, row.length) << row.field;
    }
}

TEST(ByteRange, AnEmptyFileHasNoRange)
{
    EXPECT_EQ(selectRange("bytes=0-", 0).kind, Kind::unsatisfiable);
    EXPECT_EQ(selectRange("bytes=-5", 0).kind, Kind::unsatisfiable);
}

TEST(ByteRange, TheFieldNamesTheLastByte)
{
    EXPECT_EQ(contentRange({Kind::part, 10, 5}, 1000), "bytes 10-14/1000");
}

} // namespace
} // namespace pult::service
