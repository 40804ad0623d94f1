// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/exposition.h"

#include <cmath>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

constexpr ExpositionFormat kText = ExpositionFormat::text;
constexpr ExpositionFormat kOpenMetrics = ExpositionFormat::openMetrics;

struct Good {
    const char *line;
    const char *series;
    double value;
    ExpositionFormat format = kText;
};

class GoodSample : public testing::TestWithParam<Good> { };

TEST_P(GoodSample, IsRead)
{
    const auto sample = readSample(GetParam().line, GetParam().format);
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
        Good{R"(a{b="c"d="e"} 1)", R"(a{b="c"d="e"})", 1}, Good{"up+1", "up", 1},
        Good{"a 1 1395066363000", "a", 1}, Good{"a -3.5", "a", -3.5, kOpenMetrics},
        Good{R"(a{b="} 2"} 1)", R"(a{b="} 2"})", 1, kOpenMetrics},
        Good{"a 1 1520879607.789", "a", 1, kOpenMetrics}, Good{"a 1 -1e3", "a", 1, kOpenMetrics},
        Good{R"(a_bucket{le="1"} 8 # {trace_id="KOO5S4vxi0o"} 0.67)", R"(a_bucket{le="1"})", 8,
            kOpenMetrics},
        Good{R"(a_total 8 1520879607 # {} 0.67 1520879607.789)", "a_total", 8, kOpenMetrics}));

struct Bad {
    const char *line;
    std::size_t column;
    const char *detail;
    ExpositionFormat format = kText;
};

class BadSample : public testing::TestWithParam<Bad> { };

TEST_P(BadSample, IsRefusedWhereItIsWrong)
{
    const auto sample = readSample(GetParam().line, GetParam().format);
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().column, GetParam().column);
    EXPECT_NE(sample.error().detail.find(GetParam().detail), std::string::npos)
        << sample.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Exposition, BadSample,
    testing::Values(Bad{"1up 1", 1, "metric's name"}, Bad{"{a=\"b\"} 1", 1, "metric's name"},
        Bad{" up 1", 1, "metric's name"}, Bad{"up", 3, "not a number"},
        Bad{"up-time 1", 3, "not a number"}, Bad{"up ", 4, "not a number"},
        Bad{"up one", 4, "not a number"}, Bad{"up 1 2 3", 8, "Nothing more"},
        Bad{"up 1 soon", 6, "timestamp"}, Bad{"up 1 -3982045", 6, "timestamp"},
        Bad{"up 1 99999999999999999999", 6, "timestamp"}, Bad{"up 1 1.5", 6, "timestamp"},
        Bad{R"(a{b="c" 1)", 10, "closing brace"}, Bad{R"(a{b="c} 1)", 10, "closing brace"},
        Bad{R"(a{b="c"})", 9, "not a number"}, Bad{R"(a_total 1 # {} 1)", 11, "timestamp"},
        Bad{"up 1\r", 4, "not a number"}));

INSTANTIATE_TEST_SUITE_P(OpenMetrics, BadSample,
    testing::Values(Bad{"up  1", 4, "not a number", kOpenMetrics},
        Bad{"up\t1", 3, "a blank", kOpenMetrics}, Bad{"up 1 ", 5, "timestamp", kOpenMetrics},
        Bad{"up 1 NaN", 6, "finite", kOpenMetrics}, Bad{"up 1 2 3", 7, "Nothing", kOpenMetrics},
        Bad{"up 1 # {} 1", 5, "_total", kOpenMetrics},
        Bad{"a_total 1 # x", 10, "timestamp", kOpenMetrics},
        Bad{"a_total 1 # {} x", 15, "exemplar's value", kOpenMetrics},
        Bad{R"(a_total 1 # {b="c",} 1)", 20, "label's name", kOpenMetrics},
        Bad{"a_total 1 # {} 1 2 3", 19, "Nothing", kOpenMetrics}));

TEST(SeriesName, SortsLabelsAndResolvesEscapes)
{
    const auto name =
        readSeriesName(R"(a { z = "1" , b="q\"\\\n" c="кот" ,none="",none="1"})", kText, {});
    ASSERT_TRUE(name) << name.error().detail;
    EXPECT_EQ(name->metric, "a");
    EXPECT_EQ(name->label("b"), "q\"\\\n");
    EXPECT_EQ(name->label("c"), "кот");
    EXPECT_EQ(name->label("none"), "");
    EXPECT_EQ(name->labels.size(), 3U);
    EXPECT_EQ(name->labels.front().first, "b");
    EXPECT_EQ(*name, readSeriesName(R"(a{c="кот",b="q\"\\\n",z="1"})", kOpenMetrics, {}));
}

TEST(SeriesName, KeepsABackslashThatEscapesNothing)
{
    EXPECT_EQ(readSeriesName(R"(a{b="\t\\\x"})", kText, {})->label("b"), R"(\t\\x)");
}

TEST(LongSample, HasLineEndsInItsLabels)
{
    EXPECT_EQ(longSample("a{b=\"c\nd\"} 1\ne 2\n", {}), 12U);
    EXPECT_EQ(longSample("a{b=\"c\nd\" ? 1\n", {}), 0U);
    EXPECT_EQ(longSample("a{b=\"c\nd\n", {}), 0U);
    EXPECT_EQ(longSample("a{b=\"c\n" + std::string(100, 'd') + "\"} 1\n", {2, 100}), 0U);
}

class BadName : public testing::TestWithParam<Bad> { };

TEST_P(BadName, IsRefusedWhereItIsWrong)
{
    const auto name = readSeriesName(GetParam().line, GetParam().format, {2, 8});
    ASSERT_FALSE(name);
    EXPECT_EQ(name.error().column, GetParam().column);
    EXPECT_NE(name.error().detail.find(GetParam().detail), std::string::npos)
        << name.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Exposition, BadName,
    testing::Values(Bad{R"(a{1="b"})", 3, "label's name"}, Bad{R"(a{b:c="d"})", 4, "'='"},
        Bad{R"(a{b "c"})", 5, "'='"}, Bad{R"(a{b=c})", 5, "quoted"},
        Bad{R"(a{,})", 3, "label's name"}, Bad{R"(a{b="c",,})", 9, "label's name"},
        Bad{R"(a{b="c",b="d"})", 1, "twice"}, Bad{R"(a{__name__="b"})", 3, "this name"},
        Bad{R"(a{b="123456789"})", 5, "longer than 8"}, Bad{"a{b=\"\xff\"}", 5, "UTF-8"},
        Bad{"a{b=\"\xed\xa0\x80\"}", 5, "UTF-8"}, Bad{R"(a{b="",c="",d=""})", 13, "More than 2"},
        Bad{"abcdefghi", 9, "too long"}, Bad{R"(a{b="c"d="e"})", 8, "','", kOpenMetrics},
        Bad{R"(a{b="c",})", 9, "label's name", kOpenMetrics},
        Bad{R"(a{ b="c"})", 3, "label's name", kOpenMetrics}));

TEST(Comment, OfTextKnowsHelpAndTypeAndPassesTheRest)
{
    for (const char *line : {"#", "# anything at all", "# HELP", "# HELP a",
             "# HELP a Text \\n more", "# TYPE a counter", "  #\tTYPE a\tcounter", "#TYPE a wave",
             "# UNIT a seconds", "# EOF", "# HELP a-b Text", "# HELP a   "})
        EXPECT_TRUE(checkComment(line, kText)) << line;
    EXPECT_EQ(checkComment("# TYPE a wave", kText).error().column, 10U);
    EXPECT_EQ(checkComment("# TYPE a  counter", kText).error().column, 10U);
    EXPECT_EQ(checkComment("# TYPE a counter ", kText).error().column, 10U);
    EXPECT_EQ(checkComment("# TYPE a unknown", kText).error().column, 10U);
    EXPECT_EQ(checkComment("# TYPE 1 counter", kText).error().column, 8U);
    EXPECT_EQ(checkComment("# TYPE a", kText).error().column, 9U);
    EXPECT_EQ(checkComment("# HELP a \xff", kText).error().column, 10U);
}

TEST(Comment, OfOpenMetricsIsMetadataAlone)
{
    for (const char *line : {"# HELP a Text", "# HELP a ", "# TYPE a gaugehistogram",
             "# UNIT a_seconds seconds", "# UNIT a "})
        EXPECT_TRUE(checkComment(line, kOpenMetrics)) << line;
    EXPECT_EQ(checkComment("# anything", kOpenMetrics).error().column, 1U);
    EXPECT_EQ(checkComment("#  HELP a b", kOpenMetrics).error().column, 1U);
    EXPECT_EQ(checkComment("# HELP a", kOpenMetrics).error().column, 9U);
    EXPECT_EQ(checkComment("# HELP  a b", kOpenMetrics).error().column, 8U);
    EXPECT_EQ(checkComment("# TYPE a untyped", kOpenMetrics).error().column, 10U);
    EXPECT_EQ(checkComment("# UNIT a_bytes seconds", kOpenMetrics).error().column, 16U);
    EXPECT_EQ(checkComment("# UNIT seconds seconds", kOpenMetrics).error().column, 16U);
}

TEST(ExpositionFormat, IsTextUnlessTheMediaTypeIsOpenMetrics)
{
    EXPECT_EQ(expositionFormat("application/openmetrics-text"), kOpenMetrics);
    EXPECT_EQ(expositionFormat("text/plain"), kText);
    EXPECT_EQ(expositionFormat(""), kText);
}

} // namespace
} // namespace pult::telemetry
