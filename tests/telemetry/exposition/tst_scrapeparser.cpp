// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/scrapeparser.h"

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <map>
#include <new>
#include <random>

#include <gtest/gtest.h>

namespace {

std::atomic<std::size_t> allocations = 0;

} // namespace

// Counts what the program takes from the heap. Inlined, g++ takes malloc and delete for a mismatch.
[[gnu::noinline]] void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void *memory) noexcept
{
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace pult::telemetry {
namespace {

/// What a scrape holds, by name: NaN values are left out.
std::map<std::string, double> contents(const ScrapeParser &parser)
{
    std::map<std::string, double> found;
    for (SeriesIndex i = 0; i < parser.series().size(); ++i) {
        const SeriesName name = parser.series().name(i);
        std::string text = name.metric;
        for (const auto &[label, value] : name.labels)
            text += ',' + label + '=' + value;
        if (!std::isnan(parser.values()[i]))
            found[text] = parser.values()[i];
    }
    return found;
}

std::string exposition(int seed, int from = 0, int to = 50)
{
    std::string text;
    for (int i = from; i < to; ++i) {
        if (i % 5 == 0)
            text += "# HELP m" + std::to_string(i) + " Help.\n# TYPE m" + std::to_string(i)
                + " gauge\n";
        text += "m" + std::to_string(i - i % 5) + "{i=\"" + std::to_string(i) + "\"} "
            + std::to_string(seed * 100 + i) + "\n";
    }
    return text;
}

ScrapeReport parse(
    ScrapeParser &parser, std::string body, ExpositionFormat format = ExpositionFormat::text)
{
    return parser.parse(std::make_shared<const std::string>(std::move(body)), format);
}

std::map<std::string, double> freshlyParsed(const std::string &body)
{
    ScrapeParser parser;
    parse(parser, body);
    return contents(parser);
}

TEST(ScrapeParser, ReadsWhatPrometheusDocumentsAsAnExample)
{
    ScrapeParser parser;
    const auto report =
        parse(parser, R"(# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9

# Minimalistic line:
metric_without_timestamp_and_labels 12.47

# A weird metric:
something_weird{problem="division by zero"} +Inf 3982045

# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
)");
    EXPECT_EQ(report.samples, 9U);
    EXPECT_EQ(report.newSeries, 9U);
    EXPECT_EQ(report.faulty, 0U);
    const auto found = contents(parser);
    EXPECT_EQ(found.at("http_requests_total,code=400,method=post"), 3);
    EXPECT_EQ(found.at("metric_without_timestamp_and_labels"), 12.47);
    EXPECT_EQ(found.at("something_weird,problem=division by zero"), INFINITY);
}

TEST(ScrapeParser, ABrokenLineIsNamedAndSpoilsNoOther)
{
    ScrapeParser parser;
    const std::string body = "a 1\nb  x\n# TYPE c wave\nc 3\nd{ 4\ne 5\n";
    for (int round = 0; round < 3; ++round) {
        const auto report = parse(parser, body);
        EXPECT_EQ(report.samples, 3U);
        EXPECT_EQ(report.faulty, 3U);
        ASSERT_EQ(report.faults.size(), 3U);
        EXPECT_EQ(report.faults[0], (ScrapeFault{2, 4, "The value is not a number"}));
        EXPECT_EQ(report.faults[1].line, 3U);
        EXPECT_EQ(report.faults[1].column, 10U);
        EXPECT_EQ(report.faults[2].line, 5U);
        EXPECT_EQ(contents(parser), (std::map<std::string, double>{{"a", 1}, {"c", 3}, {"e", 5}}));
    }
}

TEST(ScrapeParser, ARepetitionAllocatesNothing)
{
    ScrapeParser parser;
    parse(parser, exposition(1));
    const auto longer = std::make_shared<const std::string>(exposition(2000));
    const std::size_t before = allocations;
    const auto report = parser.parse(longer);
    EXPECT_EQ(allocations - before, 0U);
    EXPECT_EQ(report.samples, 50U);
    EXPECT_EQ(contents(parser), freshlyParsed(exposition(2000)));
}

TEST(ScrapeParser, FollowsSeriesThatComeGoAndChangePlaces)
{
    ScrapeParser parser;
    for (const std::string &body : {exposition(1), exposition(2, 10), exposition(3, 0, 30),
             exposition(4, 25) + exposition(5, 0, 25), exposition(6), exposition(7, 5, 15)}) {
        const auto report = parse(parser, body);
        EXPECT_EQ(report.faulty, 0U);
        EXPECT_EQ(contents(parser), freshlyParsed(body));
    }
    EXPECT_EQ(parser.series().size(), 50U);
}

TEST(ScrapeParser, KnowsASeriesHoweverItIsWritten)
{
    ScrapeParser parser;
    parse(parser,
        R"(a{x="1",y="2"} 1)"
        "\n");
    const auto report = parse(parser,
        R"(a { y="2", x="1", } 2)"
        "\n");
    EXPECT_EQ(report.newSeries, 0U);
    EXPECT_EQ(contents(parser).at("a,x=1,y=2"), 2);
}

TEST(ScrapeParser, ASeriesThatStandsTwiceIsRefusedTheSecondTime)
{
    ScrapeParser parser;
    for (int round = 0; round < 3; ++round) {
        const auto report = parse(parser, "a 1\nb 2\na 3\n");
        EXPECT_EQ(report.faulty, 1U);
        EXPECT_EQ(report.faults.at(0).line, 3U);
        EXPECT_EQ(report.faults.at(0).kind, LineFault::Kind::repetition);
        EXPECT_EQ(contents(parser).at("a"), 1);
    }
}

TEST(ScrapeParser, AnOpenMetricsTextEndsOnceAndLast)
{
    ScrapeParser parser;
    const auto read = [&](const char *body) {
        return parse(parser, body, ExpositionFormat::openMetrics);
    };
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(read("a 1\n# EOF\n").faulty, 0U);
        EXPECT_EQ(read("a 1\n# EOF").faulty, 0U);
        auto report = read("a 1\n# EOF\nb 2\n");
        EXPECT_EQ(report.samples, 1U);
        EXPECT_EQ(report.faults.at(0).line, 3U);
        report = read("a 1\nb 2\n");
        EXPECT_EQ(report.samples, 2U);
        EXPECT_EQ(report.faults.at(0).line, 3U);
        report = read("a 1\nb 2");
        EXPECT_EQ(report.samples, 1U);
        EXPECT_EQ(report.faults.at(0).line, 2U);
    }
    EXPECT_EQ(parse(parser, "a 1\n# EOF\nb 2\n").samples, 2U);
}

TEST(ScrapeParser, ReadsEachFormatByItsOwnGrammar)
{
    ScrapeParser parser;
    const std::string body = "a{b=\"c\",} 1\n# EOF\n";
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(parse(parser, body).faulty, 0U);
        EXPECT_EQ(parse(parser, body, ExpositionFormat::openMetrics).faulty, 1U);
    }
}

TEST(ScrapeParser, FollowsExemplarsOnlyWhereTheyMayStand)
{
    ScrapeParser parser;
    const auto read = [&](const char *body) {
        return parse(parser, body, ExpositionFormat::openMetrics).faulty;
    };
    EXPECT_EQ(read("a_total 1\nb 2\n# EOF\n"), 0U);
    EXPECT_EQ(read("a_total 2 # {c=\"d\"} 1\nb 3\n# EOF\n"), 0U);
    EXPECT_EQ(read("a_total 3\nb 4 # {c=\"d\"} 1\n# EOF\n"), 1U);
}

TEST(ScrapeParser, ALabelsValueMayHaveLineEndsInText)
{
    ScrapeParser parser;
    for (int round = 0; round < 2; ++round) {
        const auto report = parse(parser, "a{b=\"c\nd 2\"} 1\ne 2\n");
        EXPECT_EQ(report.faulty, 0U);
        EXPECT_EQ(contents(parser), (std::map<std::string, double>{{"a,b=c\nd 2", 1}, {"e", 2}}));
    }
    const auto report = parse(parser, "a{b=\"c\nd 2\ne{f=\"g\"} 3\n");
    EXPECT_EQ(report.faults.at(0).line, 1U);
    EXPECT_EQ(contents(parser), (std::map<std::string, double>{{"d", 2}, {"e,f=g", 3}}));
}

TEST(ScrapeParser, AValueThatTouchesItsNameIsNotTakenForPartOfIt)
{
    ScrapeParser parser;
    EXPECT_EQ(parse(parser, "up+1\n").faulty, 0U);
    EXPECT_EQ(parse(parser, "up1\n").faulty, 1U);
}

TEST(ScrapeParser, TheLastLineOfATextNeedsNoEnd)
{
    ScrapeParser parser;
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(parse(parser, "a 1\nb 23").faulty, 0U);
        EXPECT_EQ(contents(parser), (std::map<std::string, double>{{"a", 1}, {"b", 23}}));
    }
    EXPECT_EQ(parse(parser, "").samples, 0U);
}

TEST(ScrapeParser, KeepsItsLimits)
{
    ScrapeLimits limits;
    limits.bodyBytes = 1000;
    limits.samples = 5;
    limits.newSeries = 3;
    limits.series = 6;
    ScrapeParser parser(limits);
    EXPECT_EQ(parse(parser, std::string(1001, '\n')).faults.at(0).line, 1U);

    const std::string names = "a 1\nb 1\nc 1\nd 1\ne 1\nf 1\ng 1\n";
    auto report = parse(parser, names);
    EXPECT_EQ(report.samples, 3U);
    EXPECT_EQ(report.faulty, 4U);
    EXPECT_EQ(report.leftOut, 4U);
    report = parse(parser, names);
    EXPECT_EQ(report.samples, 5U);
    EXPECT_EQ(report.faults.back().detail, "More than 5 samples");
    EXPECT_EQ(report.leftOut, 2U);
    parse(parser, "x 1\ny 1\n");
    EXPECT_EQ(parser.series().size(), 6U);
    EXPECT_EQ(parser.values().size(), 6U);
}

TEST(ScrapeParser, ReportsSoManyFaultsAndCountsTheRest)
{
    ScrapeParser parser;
    std::string body;
    for (int i = 0; i < 100; ++i)
        body += "?\n";
    const auto report = parse(parser, body);
    EXPECT_EQ(report.faulty, 100U);
    EXPECT_EQ(report.faults.size(), ScrapeParser::kMaxFaults);
}

/// Whatever arrives, a parser with a past says the same as one without.
TEST(ScrapeParser, ThePastChangesNothingOnMutatedBodies)
{
    std::mt19937 random(11);
    ScrapeParser remembering;
    const std::string original = exposition(1, 0, 20);
    for (int round = 0; round < 3000; ++round) {
        std::string body = original;
        for (unsigned edits = random() % 4; edits > 0; --edits) {
            const std::size_t place = random() % body.size();
            switch (random() % 3) {
            case 0:
                body[place] = static_cast<char>(random() % 256);
                break;
            case 1:
                body.erase(place, random() % 12);
                break;
            default:
                body.insert(place, body.substr(random() % body.size(), random() % 12));
            }
        }
        ScrapeParser fresh;
        const auto expected = parse(fresh, body);
        const auto report = parse(remembering, body);
        ASSERT_EQ(contents(remembering), contents(fresh)) << body;
        ASSERT_EQ(report.samples, expected.samples) << body;
        ASSERT_EQ(report.faults, expected.faults) << body;
    }
}

} // namespace
} // namespace pult::telemetry
