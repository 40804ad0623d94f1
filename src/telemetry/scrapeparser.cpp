// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/scrapeparser.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <boost/container_hash/hash.hpp>

#include "telemetry/number.h"

namespace pult::telemetry {

namespace {

constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// Requires: a line end at or behind `at`.
const char *lineEnd(const char *at, const char *end)
{
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

ScrapeReport ScrapeParser::parse(std::string_view body)
{
    begin(body);
    if (body.size() > m_limits.bodyBytes) {
        addFault(body.data(), {1, "More than " + std::to_string(m_limits.bodyBytes) + " bytes"});
        return std::move(m_report);
    }
    const char *at = body.data();
    const char *end = at + body.rfind('\n') + 1;
    while (at != end) {
        if (m_report.samples == m_limits.samples) {
            addFault(at, {1, "More than " + std::to_string(m_limits.samples) + " samples"});
            break;
        }
        if (const char *next = takeExpected(at, end)) {
            at = next;
        } else {
            const char *stop = lineEnd(at, end);
            takeLine(between(at, stop));
            at = stop + 1;
        }
    }
    if (end != body.data() + body.size())
        addFault(end, {1, "The last line has no end: the body was cut off"});
    if (m_isSurprised)
        expectLikeThis();
    return std::move(m_report);
}

void ScrapeParser::begin(std::string_view body)
{
    ++m_scrape;
    m_body = body;
    m_prefix = body.data();
    m_next = 0;
    m_found.clear();
    m_isSurprised = false;
    m_hasEnded = false;
    m_report = {};
    std::fill(m_values.begin(), m_values.end(), kAbsent);
}

/// The place behind the line, or null when it is not as expected or needs a closer look.
const char *ScrapeParser::takeExpected(const char *at, const char *end)
{
    if (m_next == m_expected.size() || m_hasEnded)
        return nullptr;
    const Expected &expected = m_expected[m_next];
    if (static_cast<std::size_t>(end - at) <= expected.length
        || std::memcmp(at, m_reference.data() + expected.offset, expected.length) != 0
        || m_seenIn[expected.series] == m_scrape)
        return nullptr;
    const char *stop = at + expected.length;
    const auto value = readNumber(stop);
    if (!value || !isPlainTail(stop, end))
        return nullptr;
    store(expected.series, *value, at + expected.length);
    ++m_next;
    m_prefix = (*stop == '\n' ? stop : lineEnd(stop, end)) + 1;
    return m_prefix;
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
    m_isSurprised = true;
    if (m_positions[*series] != kNowhere)
        m_next = m_positions[*series] + 1;
    store(*series, sample->value, line.data() + sample->valueAt);
    m_prefix = line.data() + line.size() + 1;
    return {};
}

void ScrapeParser::store(SeriesIndex series, double value, const char *valueAt)
{
    m_values[series] = value;
    m_seenIn[series] = m_scrape;
    m_found.push_back({static_cast<std::size_t>(m_prefix - m_body.data()),
        static_cast<std::size_t>(valueAt - m_prefix), series});
    ++m_report.samples;
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
        m_positions.push_back(kNowhere);
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

void ScrapeParser::expectLikeThis()
{
    m_reference = m_body;
    std::swap(m_expected, m_found);
    std::fill(m_positions.begin(), m_positions.end(), kNowhere);
    for (std::size_t i = 0; i < m_expected.size(); ++i)
        m_positions[m_expected[i].series] = i;
}

} // namespace pult::telemetry
