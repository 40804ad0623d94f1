// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/scrapeparser.h"

#include <algorithm>
#include <cstring>

#include <boost/container_hash/hash.hpp>

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
    if (body->size() <= m_limits.bodyBytes && m_model.follow(body, m_values)) {
        m_report.newSeries = 0;
        return m_report;
    }
    takeAll(*body);
    if (!m_leftOut)
        m_model.keep(std::move(body));
    return m_report;
}

void ScrapeParser::takeAll(std::string_view body)
{
    ++m_scrape;
    m_body = body;
    m_hasEnded = false;
    m_leftOut = false;
    m_report = {};
    m_model.clear();
    std::fill(m_values.begin(), m_values.end(), kAbsent);
    if (body.size() > m_limits.bodyBytes)
        return addFault(
            body.data(), {1, "More than " + std::to_string(m_limits.bodyBytes) + " bytes"});
    const char *end = body.data() + (body.rfind('\n') + 1);
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
    if (!outcome)
        addFault(line.data(), {indent + outcome.error().column, outcome.error().detail});
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
    const auto begin = static_cast<std::size_t>(line.data() - m_body.data());
    m_model.add(*series, begin + sample->valueAt, begin + line.size() + 1);
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
    if (m_report.newSeries == m_limits.newSeries || m_byText.size() == m_limits.series) {
        m_leftOut = true;
        return tl::unexpected(LineFault{1, "Too many new series: this one is left out"});
    }
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
