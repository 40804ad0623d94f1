// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/scrapeparser.h"

#include <algorithm>
#include <utility>

#include <boost/container_hash/hash.hpp>

namespace pult::telemetry {

namespace {

LineFault beyond(std::size_t limit, const char *what)
{
    return {1, "More than " + std::to_string(limit) + ' ' + what, LineFault::Kind::limit};
}

/// Whether the value could be taken for a part of the name when it changes.
bool isGlued(const SampleLine &sample)
{
    return sample.valueAt == sample.series.size() && !sample.series.ends_with('}');
}

/// As many as are neither empty nor a comment.
std::size_t sampleLines(std::string_view body)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        count += end > at && body[at] != '#' ? 1 : 0;
        at = end + 1;
    }
    return count;
}

} // namespace

std::string toString(const ScrapeFault &fault)
{
    return "line " + std::to_string(fault.line) + ", column " + std::to_string(fault.column) + ": "
        + fault.detail;
}

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

ScrapeReport ScrapeParser::parse(Body body, ExpositionFormat format)
{
    const bool isSameFormat = std::exchange(m_format, format) == format;
    if (isSameFormat && body->size() <= m_limits.bodyBytes && m_model.follow(body, m_values)) {
        m_report.newSeries = 0;
        return m_report;
    }
    if (!isSameFormat)
        m_byText.clear();
    begin(*body);
    takeLines();
    if (m_isModel && body->ends_with('\n'))
        m_model.keep(std::move(body));
    return m_report;
}

void ScrapeParser::begin(std::string_view body)
{
    ++m_scrape;
    m_body = body;
    m_hasEnded = false;
    m_isModel = true;
    m_report = {};
    m_model.clear(m_format);
    std::fill(m_values.begin(), m_values.end(), kAbsent);
}

void ScrapeParser::takeLines()
{
    if (m_body.size() > m_limits.bodyBytes) {
        m_isModel = false;
        return addFault(0, beyond(m_limits.bodyBytes, "bytes"));
    }
    for (std::size_t at = 0; at < m_body.size(); at = takeLineAt(at)) {
        if (m_hasEnded)
            return addFault(at, {1, "Nothing may follow \"# EOF\""});
        if (m_report.samples == m_limits.samples)
            return leaveOutRest(at);
    }
    if (m_format == ExpositionFormat::openMetrics && !m_hasEnded)
        addFault(m_body.size(), {1, "\"# EOF\" is missing: the body was cut off"});
}

void ScrapeParser::leaveOutRest(std::size_t at)
{
    addFault(at, beyond(m_limits.samples, "samples"));
    m_report.leftOut = m_report.leftOut - 1 + sampleLines(m_body.substr(at));
}

/// Returns where the next line begins.
std::size_t ScrapeParser::takeLineAt(std::size_t at)
{
    const std::size_t end = std::min(m_body.find('\n', at), m_body.size());
    const auto outcome =
        m_format == ExpositionFormat::text ? takeTextLine(at, end) : takeOpenMetricsLine(at, end);
    if (outcome)
        return end + 1;
    if (const std::size_t longEnd = takeLongSample(at, end); longEnd != end)
        return longEnd + 1;
    addFault(at, outcome.error());
    return end + 1;
}

LineResult<> ScrapeParser::takeTextLine(std::size_t at, std::size_t end)
{
    const std::string_view line = m_body.substr(at, end - at);
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    if (indent == line.size())
        return {};
    return line[indent] == '#' ? checkComment(line, m_format) : takeSample(at, end);
}

LineResult<> ScrapeParser::takeOpenMetricsLine(std::size_t at, std::size_t end)
{
    constexpr std::string_view kEnd = "# EOF";
    const std::string_view line = m_body.substr(at, end - at);
    m_hasEnded = line.starts_with(kEnd);
    if (m_hasEnded && line.size() > kEnd.size())
        return tl::unexpected(LineFault{kEnd.size() + 1, "Nothing may follow \"# EOF\""});
    if (m_hasEnded)
        return {};
    if (end == m_body.size())
        return tl::unexpected(LineFault{line.size() + 1, "The last line has no end"});
    return line.starts_with('#') ? checkComment(line, m_format) : takeSample(at, end);
}

/// Of text: one that goes on behind the line end at `end`. Returns its own end, or that when it is
/// none.
std::size_t ScrapeParser::takeLongSample(std::size_t at, std::size_t end)
{
    if (m_format != ExpositionFormat::text)
        return end;
    const std::size_t longEnd = at + longSample(m_body.substr(at), m_limits.line);
    return longEnd > end && takeSample(at, longEnd) ? longEnd : end;
}

LineResult<> ScrapeParser::takeSample(std::size_t at, std::size_t end)
{
    const auto sample = readSample(m_body.substr(at, end - at), m_format);
    if (!sample)
        return tl::unexpected(sample.error());
    const auto series = identify(sample->series);
    if (!series)
        return tl::unexpected(series.error());
    if (m_seenIn[*series] == m_scrape)
        return tl::unexpected(
            LineFault{1, "This series stands twice", LineFault::Kind::repetition});
    m_seenIn[*series] = m_scrape;
    m_values[*series] = sample->value;
    m_isModel = m_isModel && !isGlued(*sample);
    m_model.add(*series, at + sample->valueAt, end + 1);
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
        m_isModel = false; // The next scrape may bring it in.
        return tl::unexpected(
            LineFault{1, "Too many new series: this one is left out", LineFault::Kind::limit});
    }
    auto name = readSeriesName(text, m_format, m_limits.line);
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

void ScrapeParser::addFault(std::size_t at, const LineFault &fault)
{
    ++m_report.faulty;
    m_report.leftOut += fault.kind == LineFault::Kind::limit ? 1 : 0;
    if (m_report.faults.size() == kMaxFaults)
        return;
    const auto before = std::count(m_body.begin(), m_body.begin() + std::ptrdiff_t(at), '\n');
    m_report.faults.push_back(
        {static_cast<std::size_t>(before) + 1, fault.column, fault.detail, fault.kind});
}

} // namespace pult::telemetry
