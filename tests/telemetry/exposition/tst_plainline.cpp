// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/plainline.h"

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

constexpr ExpositionFormat kText = ExpositionFormat::text;
constexpr ExpositionFormat kOpenMetrics = ExpositionFormat::openMetrics;
constexpr LineLimits kLimits{4, 300};

/// A line with what a reader may look at behind it, and not a byte more.
class Line {
public:
    explicit Line(std::string_view line, std::size_t more = 100)
        : m_bytes(line.size() + 1 + more, '\n')
        , m_size(line.size() + 1)
    {
        std::copy(line.begin(), line.end(), m_bytes.begin());
    }

    /// Null when it is not plain.
    const PlainSample *read(ExpositionFormat format = kText)
    {
        readPlainLines(begin(), end(), format, kLimits, lines);
        return lines.size == 1 ? &lines.samples[0] : nullptr;
    }
    [[nodiscard]] bool isPlainComment(ExpositionFormat format)
    {
        return read(format) == nullptr && lines.end == begin() + m_size;
    }
    [[nodiscard]] const char *begin() const { return m_bytes.data(); }

    PlainLines lines;

private:
    [[nodiscard]] const char *end() const { return m_bytes.data() + m_bytes.size(); }

    std::vector<char> m_bytes;
    std::size_t m_size;
};

class PlainLine : public testing::Test {
protected:
    void SetUp() override
    {
        if (Line("up 1").read() == nullptr)
            GTEST_SKIP() << "The processor lacks AVX2";
    }
};

TEST_F(PlainLine, IsReadAtOnce)
{
    const std::string text =
        "jobs{kind=\"image\",note=\"\",state=\"" + std::string(150, 'b') + "\"}";
    Line line(text + " -2.5e3");
    const PlainSample *sample = line.read();
    ASSERT_NE(sample, nullptr);
    EXPECT_EQ(sample->begin, line.begin());
    EXPECT_EQ(sample->end, line.begin() + text.size() + 8);
    EXPECT_EQ(sample->seriesBytes, text.size());
    EXPECT_EQ(sample->value, -2500);
    EXPECT_TRUE(sample->hasEmptyLabels);
    ASSERT_EQ(sample->labels, 3U);
    EXPECT_EQ(text.substr(line.lines.labels[0].valueAt, 5), "image");
    EXPECT_EQ(line.lines.labels[1].valueAt, line.lines.labels[1].valueEnd);
    EXPECT_EQ(line.lines.labels[2].valueEnd, text.size() - 2);
}

TEST_F(PlainLine, MayHaveAnyNumber)
{
    for (const char *line :
        {"up 1", "vllm:running 12", "a NaN", "a +Inf", "a{b=\"c\"} 1.7951234567891234e+09"})
        EXPECT_NE(Line(line).read(), nullptr) << line;
}

TEST_F(PlainLine, IsNoneThatMayNeedMoreThanALook)
{
    const std::string longValue(kLimits.labelBytes, 'b');
    for (const std::string &line : {std::string("up  1"), std::string("up\t1"), std::string("up"),
             std::string("up 1 2"), std::string("up 1 "), std::string(" up 1"), std::string(""),
             std::string("1up 1"), std::string(R"(a{} 1)"), std::string(R"(a{b="c",} 1)"),
             std::string(R"(a {b="c"} 1)"), std::string(R"(a{b="c"}1)"),
             std::string(R"(a{b="c" } 1)"), std::string(R"(a{c="",b=""} 1)"),
             std::string(R"(a{b="",b="c"} 1)"), std::string(R"(a{b="\\"} 1)"),
             std::string(R"(a{b="ж"} 1)"), std::string(R"(a{b:c="d"} 1)"),
             std::string(R"(a{1="d"} 1)"), std::string(R"(a{__name__="d"} 1)"),
             std::string(R"(a{b="c} 1)"), std::string(R"(a{b="c" 1)"), std::string("up one"),
             std::string(R"(a{a="1",b="2",c="3",d="4",e="5"} 1)"), "a{b=\"" + longValue + "\"} 1"})
        EXPECT_EQ(Line(line).read(), nullptr) << line;
}

TEST_F(PlainLine, IsDeclinedWhereTooFewBytesFollow)
{
    for (std::size_t more = 0; more < 100; ++more) {
        Line line(R"(a{b="c"} 1)", more);
        const PlainSample *sample = line.read();
        EXPECT_TRUE(sample == nullptr || sample->value == 1);
    }
}

TEST_F(PlainLine, MayBeHelpOrAType)
{
    EXPECT_TRUE(Line("# HELP a Text \\n of \x01 any kind").isPlainComment(kText));
    EXPECT_TRUE(Line("# HELP a:b " + std::string(300, 'x')).isPlainComment(kOpenMetrics));
    EXPECT_TRUE(Line("# TYPE a counter").isPlainComment(kText));
    EXPECT_TRUE(Line("# TYPE a untyped").isPlainComment(kText));
    for (const char *line : {"# TYPE a untyped", "# TYPE a  counter", "# TYPE a counter ", "# EOF",
             "# HELP a", "# HELP a ж", "# HELP  a b", "# UNIT a_b b", "# anything", "# HELP 1 b"})
        EXPECT_FALSE(Line(line).isPlainComment(kOpenMetrics)) << line;
}

TEST_F(PlainLine, StandsAmongOthers)
{
    std::string text;
    constexpr std::size_t kMany = 100;
    for (std::size_t i = 0; i < kMany; ++i)
        text += "# TYPE a counter\na{b=\"c\",i=\"" + std::to_string(i) + "\"} 1\n";
    const std::size_t plain = text.size();
    text += "a\t1\na 2" + std::string(100, '\n');
    const auto lines = std::make_unique<PlainLines>();
    std::size_t samples = 0;
    const char *at = text.data();
    do {
        readPlainLines(at, text.data() + text.size(), kText, {}, *lines);
        samples += lines->size;
        at = lines->end;
    } while (lines->size > 0);
    EXPECT_EQ(samples, kMany);
    EXPECT_EQ(at, text.data() + plain);
}

/// Lines that were changed here and there.
std::string mutated(std::string line, std::mt19937 &random)
{
    constexpr std::string_view kBytes = "ab_:09{}=\",\\ \t.eE+-N\x80#";
    for (auto edits = random() % 4; edits > 0; --edits) {
        const std::size_t place = random() % line.size();
        if (random() % 2 == 0)
            line[place] = kBytes[random() % kBytes.size()];
        else
            line.insert(place, 1, kBytes[random() % kBytes.size()]);
    }
    return line;
}

TEST_F(PlainLine, IsReadAsByTheGrammar)
{
    std::mt19937 random(5);
    std::size_t plain = 0;
    for (int round = 0; round < 200'000; ++round) {
        const std::string text = mutated(R"(ab{a="09",b="",b_="c"} 12.5e+01)", random);
        Line line(text);
        const PlainSample *read = line.read();
        if (read == nullptr)
            continue;
        ++plain;
        for (const ExpositionFormat format : {kText, kOpenMetrics}) {
            const auto sample = readSample(text, format);
            ASSERT_TRUE(sample) << text;
            ASSERT_EQ(sample->series.size(), read->seriesBytes) << text;
            ASSERT_EQ(sample->value, read->value) << text;
            const auto name = readSeriesName(sample->series, format, {});
            ASSERT_TRUE(name) << text;
            ASSERT_EQ(toString(*name) != sample->series, read->hasEmptyLabels) << text;
        }
    }
    EXPECT_GT(plain, 10'000U);
}

TEST_F(PlainLine, IsACommentAsByTheGrammar)
{
    std::mt19937 random(6);
    std::size_t plain = 0;
    for (int round = 0; round < 200'000; ++round) {
        const std::string text =
            mutated(random() % 2 == 0 ? "# TYPE ab gauge" : "# HELP ab e.", random);
        for (const ExpositionFormat format : {kText, kOpenMetrics})
            if (Line(text).isPlainComment(format)) {
                ASSERT_TRUE(checkComment(text, format)) << text;
                ++plain;
            }
    }
    EXPECT_GT(plain, 10'000U);
}

/// Where a TYPE line ends behind other lines: zero where it is declined.
std::size_t endBehindHelp(std::string_view metric, const std::string &type, std::size_t more)
{
    std::string before = "# TYPE a gauge\n# HELP ";
    before += metric;
    before += " e.\n";
    Line lines(before + type, more);
    (void)lines.read();
    const auto end = static_cast<std::size_t>(lines.lines.end - lines.begin());
    return end > before.size() ? end - before.size() : 0;
}

TEST_F(PlainLine, MayBeTheTypeThatIsExpected)
{
    for (const std::size_t length : {1U, 31U, 32U, 33U, 63U, 64U, 65U, 200U}) {
        const std::string metric(length, 'm');
        const std::string type = "# TYPE " + metric + " gauge";
        EXPECT_EQ(endBehindHelp(metric, type, 200), type.size() + 1);
        EXPECT_EQ(endBehindHelp(metric, type + ' ', 200), 0U);
        for (std::size_t more = 0; more < 200; ++more) {
            const std::size_t end = endBehindHelp(metric, type, more);
            EXPECT_TRUE(end == 0 || end == type.size() + 1);
        }
    }
}

TEST_F(PlainLine, IsATypeBehindHelpAsByTheGrammar)
{
    std::mt19937 random(7);
    std::size_t plain = 0;
    for (int round = 0; round < 200'000; ++round) {
        const std::string text = mutated("# TYPE ab gauge", random);
        const std::size_t end = endBehindHelp("ab", text, 100);
        if (end == 0)
            continue;
        ++plain;
        ASSERT_EQ(end, text.size() + 1);
        ASSERT_TRUE(text.starts_with("# TYPE ") && checkComment(text, kText)) << text;
    }
    EXPECT_GT(plain, 10'000U);
}

} // namespace
} // namespace pult::telemetry
