// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition.h"

#include <cmath>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

struct Good {
    const char *line;
    const char *series;
    double value;
};

class GoodSample : public testing::TestWithParam<Good> { };

TEST_P(GoodSample, IsRead)
{
    const auto sample = readSample(GetParam().line);
    ASSERT_TRUE(sample) << sample.error().column << ": " << sample.error().detail;
    EXPECT_EQ(sample->series, GetParam().series);
    EXPECT_EQ(sample->value, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(Exposition, GoodSample,
    testing::Values(Good{"up 1", "up", 1}, Good{"up\t 1 ", "up", 1},
        Good{"a:b_c0 -2.5e3", "a:b_c0", -2500}, Good{R"(a{} 1)", "a{}", 1},
        Good{R"(a{b="c"} 1)", R"(a{b="c"})", 1}, Good{R"(a{b="c",} 1)", R"(a{b="c",})", 1},
        Good{R"(a {b="c"} 1)", R"(a {b="c"})", 1}, Good{R"(a{b="} 2"} 1)", R"(a{b="} 2"})", 1},
        Good{R"(a{b="\"} 2"} 1)", R"(a{b="\"} 2"})", 1}, Good{R"(a{b="c"}1)", R"(a{b="c"})", 1},
        Good{"a 1 1395066363000", "a", 1}, Good{"a 1 -3982045", "a", 1},
        Good{"a 1 1520879607.789", "a", 1},
        Good{R"(a_bucket{le="1"} 8 # {trace_id="KOO5S4vxi0o"} 0.67)", R"(a_bucket{le="1"})", 8},
        Good{R"(a 8 1520879607 # {} 0.67 1520879607.789)", "a", 8}));

struct Bad {
    const char *line;
    std::size_t column;
    const char *detail;
};

class BadSample : public testing::TestWithParam<Bad> { };

TEST_P(BadSample, IsRefusedWhereItIsWrong)
{
    const auto sample = readSample(GetParam().line);
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().column, GetParam().column);
    EXPECT_NE(sample.error().detail.find(GetParam().detail), std::string::npos)
        << sample.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Exposition, BadSample,
    testing::Values(Bad{"1up 1", 1, "metric's name"}, Bad{"{a=\"b\"} 1", 1, "metric's name"},
        Bad{"up", 3, "blank"}, Bad{"up-time 1", 3, "blank"}, Bad{"up ", 4, "not a number"},
        Bad{"up one", 4, "not a number"}, Bad{"up 1 2 3", 8, "Nothing more"},
        Bad{"up 1 soon", 6, "timestamp"}, Bad{R"(a{b="c" 1)", 10, "closing brace"},
        Bad{R"(a{b="c} 1)", 10, "closing brace"}, Bad{R"(a{b="c"})", 9, "not a number"},
        Bad{"up 1 # x", 8, "exemplar"}, Bad{"up 1 # {} x", 11, "exemplar's value"},
        Bad{"up 1\r", 4, "not a number"}));

TEST(SeriesName, SortsLabelsAndResolvesEscapes)
{
    const auto name = readSeriesName(R"(a { z = "1" , b="q\"\\\n", c="кот" ,})", {});
    ASSERT_TRUE(name) << name.error().detail;
    EXPECT_EQ(name->metric, "a");
    EXPECT_EQ(name->label("b"), "q\"\\\n");
    EXPECT_EQ(name->label("c"), "кот");
    EXPECT_EQ(name->label("none"), "");
    EXPECT_EQ(name->labels.front().first, "b");
    EXPECT_EQ(*name, readSeriesName(R"(a{c="кот",b="q\"\\\n",z="1"})", {}));
}

class BadName : public testing::TestWithParam<Bad> { };

TEST_P(BadName, IsRefusedWhereItIsWrong)
{
    const auto name = readSeriesName(GetParam().line, {2, 8});
    ASSERT_FALSE(name);
    EXPECT_EQ(name.error().column, GetParam().column);
    EXPECT_NE(name.error().detail.find(GetParam().detail), std::string::npos)
        << name.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Exposition, BadName,
    testing::Values(Bad{R"(a{1="b"})", 3, "label's name"}, Bad{R"(a{b:c="d"})", 4, "'='"},
        Bad{R"(a{b "c"})", 5, "'='"}, Bad{R"(a{b=c})", 5, "quoted"},
        Bad{R"(a{b="\t"})", 7, "escapes"}, Bad{R"(a{b="c"d="e"})", 8, "','"},
        Bad{R"(a{,})", 3, "label's name"}, Bad{R"(a{b="c",b="d"})", 1, "twice"},
        Bad{R"(a{b="123456789"})", 5, "longer than 8"}, Bad{"a{b=\"\xff\"}", 5, "UTF-8"},
        Bad{R"(a{b="",c="",d=""})", 13, "More than 2"}, Bad{"abcdefghi", 10, "too long"}));

TEST(Comment, KnowsHelpAndTypeAndPassesTheRest)
{
    for (const char *line : {"#", "# anything at all", "# HELP a", "# HELP a Text \\n more",
             "# TYPE a counter", "#TYPE a histogram ", "# UNIT a seconds"})
        EXPECT_TRUE(checkComment(line)) << line;
    EXPECT_EQ(checkComment("# TYPE a wave").error().column, 10U);
    EXPECT_EQ(checkComment("# TYPE a counter x").error().column, 18U);
    EXPECT_EQ(checkComment("# TYPE 1 counter").error().column, 8U);
    EXPECT_EQ(checkComment("# HELP a-b Text").error().column, 9U);
}

} // namespace
} // namespace pult::telemetry
