// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target.h"

#include <limits>

namespace pult::telemetry {

Target::Target(std::span<const SignalSpec> specs)
    : Target(specs, Limits{})
{
}

Target::Target(std::span<const SignalSpec> specs, const Limits &limits)
    : m_parser(limits.scrape)
    , m_series(limits.series)
    , m_set(specs)
    , m_signals(limits.signals)
{
}

ScrapeReport Target::ingest(WallTime at, std::string body)
{
    ScrapeReport report = m_parser.parse(std::make_shared<const std::string>(std::move(body)));
    if (report.newSeries > 0)
        m_set.bind(m_parser.series());
    m_series.append(at, m_parser.values());
    m_signals.append(at, m_set.evaluate(m_series, at));
    return report;
}

double Target::latest(Signal signal, std::string_view trace) const
{
    for (const SignalTrace &candidate : m_set.traces(signal))
        if (candidate.name == trace)
            return m_signals.latest(candidate.column);
    return std::numeric_limits<double>::quiet_NaN();
}

std::vector<Target::TracePixels> Target::chart(Signal signal, const PixelRange &range) const
{
    std::vector<TracePixels> traces;
    for (const SignalTrace &trace : m_set.traces(signal))
        traces.push_back(
            {trace.name, decimate(m_signals, trace.column, range), m_signals.latest(trace.column)});
    return traces;
}

} // namespace pult::telemetry
