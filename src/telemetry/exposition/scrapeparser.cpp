// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/scrapeparser.h"

#include <algorithm>
#include <utility>

namespace pult::telemetry {

namespace {

/// Of a sample with its share of the comments, as a service has them: about so many.
constexpr std::size_t kLineBytes = 120;

/// Series that there is room for.
constexpr std::size_t kFewest = 512;

LineFault beyond(std::size_t limit, const char *what)
{
    return {1, "More than " + std::to_string(limit) + ' ' + what, LineFault::Kind::limit};
}

LineFault repetition()
{
    return {1, "This series stands twice", LineFault::Kind::repetition};
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
        m_series.forgetSpellings();
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
    if (m_series.size() == 0) {
        const std::size_t series = std::min(body.size() / kLineBytes, m_limits.newSeries);
        m_series.reserve(series);
        m_model.reserve(series);
        makeRoom(series);
    }
}

void ScrapeParser::takeLines()
{
    if (m_body.size() > m_limits.bodyBytes) {
        m_isModel = false;
        return addFault(0, beyond(m_limits.bodyBytes, "bytes"));
    }
    for (std::size_t at = takePlainLines(0); at < m_body.size();
         at = takePlainLines(takeLineAt(at))) {
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

/// Returns where the first line begins that is not plain, or is one too many.
std::size_t ScrapeParser::takePlainLines(std::size_t at)
{
    for (std::size_t next = at; next < m_body.size() && !m_hasEnded; at = next) {
        readPlainLines(
            m_body.data() + at, m_body.data() + m_body.size(), m_format, m_limits.line, m_plain);
        next = static_cast<std::size_t>(m_plain.end - m_body.data());
        if (const std::size_t stop = takePlain(); stop != next || m_plain.size == 0)
            return stop;
    }
    return at;
}

/// Of what was read. Returns where the line behind those taken begins.
std::size_t ScrapeParser::takePlain()
{
    const bool mayFill = room() < m_plain.size;
    LabelPlace *labels = m_plain.labels.data();
    for (const PlainSample &sample : std::span(m_plain.samples).first(m_plain.size)) {
        const auto at = static_cast<std::size_t>(sample.begin - m_body.data());
        if (mayFill && room() == 0)
            return at;
        const std::string_view written(sample.begin, sample.seriesBytes);
        const std::span<LabelPlace> places(labels, sample.labels);
        labels += sample.labels;
        const SeriesIndex series = entered(sample.hasEmptyLabels ? addWithoutEmpty(written, places)
                                                                 : m_series.add(written, places));
        if (m_seenIn[series] == m_scrape)
            addFault(at, repetition());
        else
            keep(series,
                {at + sample.seriesBytes + 1, static_cast<std::size_t>(sample.end - m_body.data()),
                    sample.value});
    }
    return static_cast<std::size_t>(m_plain.end - m_body.data());
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

/// Of a plain sample.
SeriesTable::Added ScrapeParser::addWithoutEmpty(
    std::string_view written, std::span<LabelPlace> places)
{
    std::size_t nameAt = written.find('{') + 1;
    m_text = written.substr(0, nameAt - 1);
    std::size_t labels = 0;
    for (const LabelPlace place : places) {
        if (place.valueAt != place.valueEnd) {
            m_text += labels == 0 ? '{' : ',';
            const auto shift = static_cast<std::uint32_t>(nameAt - m_text.size());
            m_text += written.substr(nameAt, place.valueEnd + 1 - nameAt);
            places[labels++] = {place.valueAt - shift, place.valueEnd - shift};
        }
        nameAt = place.valueEnd + 2;
    }
    m_text += labels == 0 ? "" : "}";
    return m_series.add(m_text, places.first(labels));
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
        return tl::unexpected(repetition());
    m_isModel = m_isModel && !isGlued(*sample);
    keep(*series, {at + sample->valueAt, end + 1, sample->value});
    return {};
}

LineResult<SeriesIndex> ScrapeParser::identify(std::string_view text)
{
    const SeriesIndex *known = m_series.find(text);
    return known != nullptr ? LineResult<SeriesIndex>(*known) : learn(text);
}

/// The same series may be written in several ways: the order of labels and blanks are free.
LineResult<SeriesIndex> ScrapeParser::learn(std::string_view text)
{
    if (roomForSeries() == 0) {
        m_isModel = false; // The next scrape may bring it in.
        return tl::unexpected(
            LineFault{1, "Too many new series: this one is left out", LineFault::Kind::limit});
    }
    const auto name = readSeriesName(text, m_format, m_limits.line);
    if (!name)
        return tl::unexpected(name.error());
    const SeriesIndex series = entered(m_series.add(*name));
    if (m_series.text(series) != text)
        m_series.addSpelling(text, series);
    return series;
}

/// So many more, of which each may be another spelling.
std::size_t ScrapeParser::roomForSeries() const
{
    return std::min({m_limits.newSeries - m_report.newSeries, m_limits.series - m_series.size(),
        m_limits.series - m_series.spellings()});
}

/// So many more samples, if all are of new series.
std::size_t ScrapeParser::room() const
{
    return std::min(roomForSeries(), m_limits.samples - m_report.samples);
}

inline SeriesIndex ScrapeParser::entered(const SeriesTable::Added &added)
{
    m_report.newSeries += added.isNew ? 1 : 0;
    if (added.series == m_values.size())
        makeRoom(2 * m_values.size());
    return added.series;
}

/// For the values of so many in all.
void ScrapeParser::makeRoom(std::size_t series)
{
    m_values.resize(std::max(kFewest, series), kAbsent);
    m_seenIn.resize(m_values.size());
}

inline void ScrapeParser::keep(SeriesIndex series, const Sample &sample)
{
    m_seenIn[series] = m_scrape;
    m_values[series] = sample.value;
    m_model.add(series, sample.valueAt, sample.end);
    ++m_report.samples;
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
