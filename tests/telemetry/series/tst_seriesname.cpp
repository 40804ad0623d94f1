// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/seriesname.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

TEST(SeriesName, IsWrittenAsInAnExposition)
{
    EXPECT_EQ(toString(SeriesName{"up", {}}), "up");
    EXPECT_EQ(toString(SeriesName{"jobs", {{"kind", "image"}, {"state", "busy"}}}),
        "jobs{kind=\"image\",state=\"busy\"}");
}

TEST(SeriesName, NoTwoNamesAreWrittenAlike)
{
    EXPECT_EQ(toString(SeriesName{"a", {{"b", "c\",d=\"e\\\n"}}}), "a{b=\"c\\\",d=\\\"e\\\\\\n\"}");
}

} // namespace
} // namespace pult::telemetry
