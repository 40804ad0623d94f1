// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pult::live {

namespace {

using telemetry::Signal;

constexpr std::size_t kTrendLength = 60;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

Signal signalOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::throughput:
        return Signal::jobRateByKind;
    case ChartKind::latency:
        return Signal::latency;
    case ChartKind::queue:
        return Signal::queue;
    case ChartKind::pools:
        return Signal::poolUse;
    case ChartKind::series:
        break;
    }
    return Signal::queue;
}

std::optional<double> known(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::vector<Column> columnsOf(const std::vector<telemetry::Extremes> &pixels)
{
    std::vector<Column> columns;
    columns.reserve(pixels.size());
    for (const auto &[low, high] : pixels)
        columns.push_back({low, high});
    return columns;
}

std::string describe(const telemetry::ScrapeFault &fault)
{
    return "line " + std::to_string(fault.line) + ", column " + std::to_string(fault.column) + ": "
        + fault.detail;
}

} // namespace

History::History(Seconds longestStep)
    : m_longestStep(longestStep)
{
}

HistoryOpening History::open(
    const std::filesystem::path &folder, const telemetry::Retention &retention)
{
    auto opened = telemetry::HistoryFolder::open(folder).and_then(
        [&retention](telemetry::HistoryFolder ours) {
            return telemetry::Target::open(
                std::move(ours), telemetry::contractSignals(), {.retention = retention});
        });
    if (!opened) {
        m_openProblem = opened.error();
        return {problem()};
    }
    m_target = std::move(*opened);
    m_newest = m_target.newest().value_or(WallTime());
    return {problem(), m_target.lostHistory(), m_target.newest().has_value()};
}

void History::close()
{
    m_target = telemetry::Target();
}

void History::setRetention(const telemetry::Retention &retention)
{
    if (m_target.isKept())
        m_target.setRetention(retention);
}

std::optional<Error> History::problem() const
{
    return m_openProblem ? m_openProblem : m_target.historyProblem();
}

Result<Reading> History::ingest(WallTime at, std::string exposition)
{
    const telemetry::ScrapeReport report = m_target.ingest(at, std::move(exposition));
    const std::string fault = report.faults.empty() ? "" : describe(report.faults.front());
    if (report.samples == 0 && !fault.empty())
        return fail(ErrorCode::corrupt, "The metrics are not understood: " + fault);
    m_newest = at;
    return Reading{glance(), trends(), fault, problem()};
}

ChartData History::chart(const ChartQuery &query, WallTime now) const
{
    ChartData data{query.kind, query.from, query.to, {}, {}};
    if (query.columns <= 0 || query.from >= query.to)
        return data;
    const telemetry::PixelRange range{
        query.from, query.to, static_cast<std::size_t>(query.columns), m_longestStep};
    if (query.kind == ChartKind::series)
        drawLines(query.lines, range, data);
    else
        drawSignal(range, data);
    if (now - m_newest > m_longestStep)
        for (Trace &trace : data.traces)
            trace.latest = kUnknown;
    return data;
}

void History::drawSignal(const telemetry::PixelRange &range, ChartData &data) const
{
    for (const auto &trace : m_target.chart(signalOf(data.kind), range))
        data.traces.push_back({trace.name, columnsOf(trace.columns), trace.latest});
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

Glance History::glance() const
{
    const auto latest = [this](Signal signal, std::string_view trace = "") {
        return known(m_target.latest(signal, trace));
    };
    Glance glance;
    glance.throughput = latest(Signal::jobRate);
    glance.requests = latest(Signal::requestRate);
    glance.p95 = latest(Signal::latency, "p95");
    glance.errors = latest(Signal::errorRatio);
    glance.queued = latest(Signal::queue, "depth");
    glance.running = latest(Signal::queue, "running");
    glance.slots = latest(Signal::slots);
    glance.cpu = latest(Signal::cpu);
    glance.memory = latest(Signal::memory);
    glance.storeInUse = latest(Signal::storeUse);
    return glance;
}

Trends History::trends() const
{
    Trends trends;
    trends.throughput = trend(Signal::jobRate);
    trends.p95 = trend(Signal::latency, "p95");
    trends.errors = trend(Signal::errorRatio);
    trends.queued = trend(Signal::queue, "depth");
    trends.running = trend(Signal::queue, "running");
    trends.cpu = trend(Signal::cpu);
    return trends;
}

std::vector<double> History::trend(Signal signal, std::string_view trace) const
{
    // Half a second more, so that the newest sample lies in the last column.
    const WallTime to = m_newest + std::chrono::milliseconds(500);
    const auto traces = m_target.chart(
        signal, {to - std::chrono::seconds(kTrendLength), to, kTrendLength, m_longestStep});
    const auto found = std::find_if(
        traces.begin(), traces.end(), [trace](const auto &each) { return each.name == trace; });
    if (found == traces.end())
        return {};
    std::vector<double> values;
    values.reserve(found->columns.size());
    for (const auto &[low, high] : found->columns)
        values.push_back((low + high) / 2);
    return values;
}

} // namespace pult::live
