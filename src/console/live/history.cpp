// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/history.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace pult::live {

namespace {

constexpr std::size_t kTrendLength = 60;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// The ids of those that a tile of the profile shows.
std::set<std::string_view> shownSignals(const telemetry::Profile &profile)
{
    std::set<std::string_view> shown;
    for (const telemetry::TileSpec &tile : profile.tiles)
        shown.insert(tile.signal);
    return shown;
}

/// "p95" of a signal; "image" of one that is split; "eth0 · Received" among others.
std::string traceName(const telemetry::SignalSpec &signal, const std::string &label, bool isAlone)
{
    if (signal.split.empty())
        return signal.title;
    return isAlone ? label : label + " · " + signal.title;
}

std::vector<Column> columnsOf(const std::vector<telemetry::Extremes> &pixels)
{
    std::vector<Column> columns;
    columns.reserve(pixels.size());
    for (const auto &[low, high] : pixels)
        columns.push_back({low, high});
    return columns;
}

/// Revisions are told by the service.
std::vector<Mark> marksOf(const std::vector<telemetry::KeptEvent> &events)
{
    std::vector<Mark> marks;
    for (const telemetry::KeptEvent &event : events)
        if (event.kind == std::uint32_t(MarkKind::restart)
            || event.kind == std::uint32_t(MarkKind::connection))
            marks.push_back({event.at, static_cast<MarkKind>(event.kind), event.text});
    return marks;
}

telemetry::KeptEvent eventOf(const Mark &mark)
{
    return {mark.at, static_cast<std::uint32_t>(mark.kind), mark.text};
}

} // namespace

History::History(Seconds longestStep, telemetry::Profiles profiles)
    : m_known(std::move(profiles))
    , m_target(m_known)
    , m_longestStep(longestStep)
{
}

HistoryOpening History::open(
    const std::filesystem::path &folder, const telemetry::Retention &retention)
{
    m_folder = folder;
    m_retention = retention;
    const auto opened = telemetry::HistoryFolder::open(folder).and_then(
        [this](telemetry::HistoryFolder ours) { return openTarget(std::move(ours)); });
    if (!opened) {
        m_openProblem = opened.error();
        return {problem()};
    }
    return {problem(), m_target.lostHistory(), m_target.newest().has_value(), m_target.profiles(),
        marksOf(m_events->events())};
}

Result<void> History::openTarget(telemetry::HistoryFolder folder)
{
    auto events = telemetry::EventBook::open(folder);
    if (!events)
        return tl::unexpected(events.error());
    auto target = telemetry::Target::open(std::move(folder), m_known, {.retention = m_retention});
    if (!target)
        return tl::unexpected(target.error());
    m_events = std::move(*events);
    m_target = std::move(*target);
    m_newest = m_target.newest().value_or(WallTime());
    ++m_openings;
    return {};
}

/// What was scraped beside the other console is in its files by now, but for the last moment.
void History::takeOver()
{
    const auto problem = m_target.historyProblem();
    if (!problem || problem->code != ErrorCode::conflict)
        return;
    auto folder = telemetry::HistoryFolder::open(m_folder);
    if (!folder || folder->mode() == telemetry::File::Mode::read)
        return;
    if (const auto opened = openTarget(std::move(*folder)); !opened)
        m_openProblem = opened.error();
}

void History::keep(const Mark &mark)
{
    if (m_events && !m_isClosed)
        if (const auto kept = m_events->add(eventOf(mark)); !kept)
            m_openProblem = kept.error();
}

void History::close()
{
    m_target = telemetry::Target(m_known);
    m_events.reset();
    m_isClosed = true;
}

void History::setRetention(const telemetry::Retention &retention)
{
    m_retention = retention;
    if (m_target.isKept())
        m_target.setRetention(retention);
}

std::optional<Error> History::problem() const
{
    return m_openProblem ? m_openProblem : m_target.historyProblem();
}

Result<Reading> History::ingest(
    WallTime at, std::string exposition, telemetry::ExpositionFormat format)
{
    takeOver();
    const telemetry::ScrapeReport report = m_target.ingest(at, std::move(exposition), format);
    const std::string fault = report.faults.empty() ? "" : toString(report.faults.front());
    if (report.samples == 0 && !fault.empty())
        return fail(ErrorCode::corrupt, "The metrics are not understood: " + fault);
    m_newest = at;
    Reading reading{m_target.profiles(), report.samples, {}, report.leftOut, fault, problem()};
    for (const auto &profile : reading.profiles) {
        const auto shown = shownSignals(*profile);
        for (const telemetry::SignalSpec &signal : profile->signals)
            reading.signals[signal.id] = read(signal, shown.contains(signal.id));
    }
    return reading;
}

ChartData History::chart(const ChartQuery &query, WallTime now) const
{
    ChartData data{query.from, query.to, {}, {}};
    if (query.columns <= 0 || query.from >= query.to)
        return data;
    const telemetry::PixelRange range{
        query.from, query.to, static_cast<std::size_t>(query.columns), m_longestStep};
    for (const std::string &id : query.signals)
        if (const telemetry::SignalSpec *signal = telemetry::findSignal(m_known, id))
            for (Trace &trace : traces(*signal, range, query.signals.size() == 1))
                data.traces.push_back(std::move(trace));
    drawLines(query.lines, range, data);
    if (now - m_newest > m_longestStep)
        for (Trace &trace : data.traces)
            trace.latest = kUnknown;
    return data;
}

void History::drawLines(const std::vector<telemetry::SeriesLine> &lines,
    const telemetry::PixelRange &range, ChartData &data) const
{
    for (const telemetry::SeriesLine &line : lines) {
        const telemetry::LinePlot plot = m_target.plot(line, range);
        data.lines.push_back(
            {plot.kept, plot.present, plot.traces.size(), plot.cut, plot.isTooLarge});
        for (const auto &trace : plot.traces)
            data.traces.push_back({trace.name, columnsOf(trace.columns), trace.latest,
                SeriesOfTrace{line, trace.series, data.traces.size()}});
    }
}

telemetry::FoundMetrics History::findSeries(const SeriesQuery &query) const
{
    return m_target.search(query.words, query.wanted);
}

std::optional<KeptSpan> History::keptSpan() const
{
    const auto span = m_target.keptSpan();
    return span ? std::optional(KeptSpan{span->first, span->second}) : std::nullopt;
}

Result<std::unique_ptr<telemetry::HistoryExport>> History::beginExport(
    const ExportQuery &query) const
{
    return telemetry::HistoryExport::begin(
        query.file, m_target.exportSource(), {query.from, query.to});
}

Result<ExportProgress> History::writeOn(telemetry::HistoryExport &running) const
{
    if (m_isClosed)
        return fail(ErrorCode::unavailable, "The service is not watched any more");
    return running.step(m_target.exportSource()).map([&running] {
        return ExportProgress{running.share(), running.samples(), running.isDone()};
    });
}

std::vector<Trace> History::traces(
    const telemetry::SignalSpec &signal, const telemetry::PixelRange &range, bool isAlone) const
{
    std::vector<Trace> traces;
    for (const auto &trace : m_target.chart(signal.id, range))
        traces.push_back(
            {traceName(signal, trace.label, isAlone), columnsOf(trace.columns), trace.latest});
    return traces;
}

/// Of a signal that is split it is the highest trace.
SignalReading History::read(const telemetry::SignalSpec &signal, bool isShown) const
{
    if (!isShown)
        return {m_target.latest(signal.id), {}};
    // Half a second more, so that the newest sample lies in the last column.
    const WallTime to = m_newest + std::chrono::milliseconds(500);
    const auto traces = m_target.chart(
        signal.id, {to - std::chrono::seconds(kTrendLength), to, kTrendLength, m_longestStep});
    const auto highest =
        std::max_element(traces.begin(), traces.end(), [](const auto &one, const auto &other) {
            return std::isnan(one.latest) ? !std::isnan(other.latest) : one.latest < other.latest;
        });
    if (highest == traces.end())
        return {};
    SignalReading reading{highest->latest, {}};
    for (const auto &[low, high] : highest->columns)
        reading.trend.push_back((low + high) / 2);
    return reading;
}

} // namespace pult::live
