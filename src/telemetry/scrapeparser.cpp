// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/scrapeparser.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <boost/container_hash/hash.hpp>

#include "telemetry/comparison.h"
#include "telemetry/number.h"

namespace pult::telemetry {

namespace {

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
