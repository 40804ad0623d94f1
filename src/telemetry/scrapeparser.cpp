// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/scrapeparser.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include <boost/container_hash/hash.hpp>

#include "telemetry/number.h"

namespace pult::telemetry {

namespace {

constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();

/// Requires: a line end at or behind `at`.
const char *lineEnd(const char *at, const char *end)
{
    if (*at == '\n')
        return at;
    return static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
}

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool isPlainTail(const char *at, const char *end)
{
    return *at == '\n' || checkTail(between(at, lineEnd(at, end)), 0).has_value();
}

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::size_t kNear = 8 * kWord; ///< Changes come in clusters.
constexpr std::size_t kBlock = 256;

/// Of the bytes that are not zero, the one that comes first in memory.
int firstByte(std::uint64_t word)
{
    return (std::endian::native == std::endian::little ? std::countr_zero(word)
                                                       : std::countl_zero(word))
        / 8;
}

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, kWord);
    return word;
}

/// How many bytes are equal, from the front.
std::size_t commonLength(const char *a, const char *b, std::size_t length)
{
    std::size_t same = 0;
    while (same + kWord <= length) {
        if (same == kNear)
            while (same + kBlock <= length && std::memcmp(a + same, b + same, kBlock) == 0)
                same += kBlock;
        if (same + kWord > length)
            break;
        if (const std::uint64_t difference = wordAt(a + same) ^ wordAt(b + same))
            return same + static_cast<std::size_t>(firstByte(difference));
        same += kWord;
    }
    while (same < length && a[same] == b[same])
        ++same;
    return same;
}

/// Goes through two texts side by side.
class Comparison {
public:
    Comparison(std::string_view now, std::string_view before)
        : m_now(now)
        , m_before(before)
    {
        compare();
    }

    [[nodiscard]] const char *now() const { return m_now.data(); }
    [[nodiscard]] const char *nowEnd() const { return m_now.data() + m_now.size(); }
    [[nodiscard]] bool isEqualFor(std::size_t length) const { return m_same >= length; }
    [[nodiscard]] bool isEqualToTheEnd() const
    {
        return m_now.size() == m_before.size() && m_same == m_now.size();
    }

    /// Requires: equal for that length.
    void skipEqual(std::size_t length)
    {
        m_now.remove_prefix(length);
        m_before.remove_prefix(length);
        m_same -= length;
    }
    void skip(std::size_t nowLength, std::size_t beforeLength)
    {
        m_now.remove_prefix(nowLength);
        m_before.remove_prefix(beforeLength);
        compare();
    }

private:
    void compare()
    {
        m_same =
            commonLength(m_now.data(), m_before.data(), std::min(m_now.size(), m_before.size()));
    }

    std::string_view m_now;
    std::string_view m_before;
    std::size_t m_same = 0; ///< Bytes that are equal from here.
};

} // namespace

std::size_t ScrapeParser::NameHash::operator()(const SeriesName &name) const
{
    std::size_t seed = boost::hash_value(name.metric);
    boost::hash_combine(seed, name.labels);
    return seed;
}

ScrapeParser::ScrapeParser(const ScrapeLimits &limits)
    : m_limits(limits)
{
}

ScrapeReport ScrapeParser::parse(Body body)
{
    if (m_before && takeRepetition(*body)) {
        m_before = std::move(body);
        return {m_lines.size(), 0, 0, {}};
    }
    takeAll(*body);
    m_before = m_report.faulty == 0 ? std::move(body) : nullptr;
    return std::move(m_report);
}

bool ScrapeParser::takeRepetition(std::string_view body)
{
    if (body.size() > m_limits.bodyBytes || !body.ends_with('\n'))
        return false;
    Comparison comparison(body, *m_before);
    for (Line &line : m_lines) {
        if (comparison.isEqualFor(line.length)) {
            comparison.skipEqual(line.length);
            continue;
        }
        if (!comparison.isEqualFor(line.valueAt))
            return false;
        const char *at = comparison.now() + line.valueAt;
        const auto value = readNumber(at);
        if (!value || !isPlainTail(at, comparison.nowEnd()))
            return false;
        m_values[line.series] = *value;
        const char *next = lineEnd(at, comparison.nowEnd()) + 1;
        const auto length = static_cast<std::size_t>(next - comparison.now());
        comparison.skip(length, std::exchange(line.length, length));
    }
    return comparison.isEqualToTheEnd();
}

void ScrapeParser::takeAll(std::string_view body)
{
    ++m_scrape;
    m_body = body;
    m_prefix = body.data();
    m_hasEnded = false;
    m_report = {};
    m_lines.clear();
    std::fill(m_values.begin(), m_values.end(), kAbsent);
    if (body.size() > m_limits.bodyBytes)
        return addFault(
            body.data(), {1, "More than " + std::to_string(m_limits.bodyBytes) + " bytes"});
    const char *end = body.data() + body.rfind('\n') + 1;
    for (const char *at = body.data(); at != end;) {
        if (m_report.samples == m_limits.samples)
            return addFault(at, {1, "More than " + std::to_string(m_limits.samples) + " samples"});
        const char *stop = lineEnd(at, end);
        takeLine(between(at, stop));
        at = stop + 1;
    }
    if (end != body.data() + body.size())
        addFault(end, {1, "The last line has no end: the body was cut off"});
}

void ScrapeParser::takeLine(std::string_view line)
{
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const auto outcome = readLine(line.substr(indent));
    if (outcome)
        return;
    addFault(line.data(), {indent + outcome.error().column, outcome.error().detail});
    m_prefix = line.data() + line.size() + 1;
}

LineResult<> ScrapeParser::readLine(std::string_view line)
{
    if (line.empty())
        return {};
    if (m_hasEnded)
        return tl::unexpected(LineFault{1, "Nothing may follow \"# EOF\""});
    if (line == "# EOF") {
        m_hasEnded = true;
        return {};
    }
    return line.front() == '#' ? checkComment(line) : takeSample(line);
}

LineResult<> ScrapeParser::takeSample(std::string_view line)
{
    const auto sample = readSample(line);
    if (!sample)
        return tl::unexpected(sample.error());
    const auto series = identify(sample->series);
    if (!series)
        return tl::unexpected(series.error());
    if (m_seenIn[*series] == m_scrape)
        return tl::unexpected(LineFault{1, "This series stands twice"});
    m_seenIn[*series] = m_scrape;
    m_values[*series] = sample->value;
    const char *end = line.data() + line.size() + 1;
    m_lines.push_back({static_cast<std::size_t>(line.data() + sample->valueAt - m_prefix),
        static_cast<std::size_t>(end - m_prefix), *series});
    m_prefix = end;
    ++m_report.samples;
    return {};
}

LineResult<SeriesIndex> ScrapeParser::identify(std::string_view text)
{
    const auto known = m_byText.find(text);
    return known != m_byText.end() ? LineResult<SeriesIndex>(known->second) : learn(text);
}

/// The same series may be written in several ways: the order of labels and blanks are free.
LineResult<SeriesIndex> ScrapeParser::learn(std::string_view text)
{
    if (m_report.newSeries == m_limits.newSeries || m_byText.size() == m_limits.series)
        return tl::unexpected(LineFault{1, "Too many new series: this one is left out"});
    auto name = readSeriesName(text, m_limits.line);
    if (!name)
        return tl::unexpected(name.error());
    const auto [place, isNew] =
        m_byName.try_emplace(*name, static_cast<SeriesIndex>(m_series.size()));
    if (isNew) {
        m_series.push_back(std::move(*name));
        m_values.push_back(kAbsent);
        m_seenIn.push_back(0);
        ++m_report.newSeries;
    }
    m_byText.emplace(text, place->second);
    return place->second;
}

void ScrapeParser::addFault(const char *line, const LineFault &fault)
{
    ++m_report.faulty;
    if (m_report.faults.size() == kMaxFaults)
        return;
    const auto before = std::count(m_body.data(), line, '\n');
    m_report.faults.push_back({static_cast<std::size_t>(before) + 1, fault.column, fault.detail});
}

} // namespace pult::telemetry
