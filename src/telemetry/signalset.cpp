// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signalset.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "telemetry/number.h"

namespace pult::telemetry {

namespace {

using Operation = SignalSpec::Operation;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool anyMatches(std::span<const Selector> selectors, const SeriesName &name)
{
    return std::any_of(selectors.begin(), selectors.end(),
        [&name](const Selector &selector) { return selector.matches(name); });
}

/// Of those that are known; NaN when none is.
template <class ValueOf>
double sum(std::span<const SeriesIndex> series, ValueOf valueOf)
{
    double total = kUnknown;
    for (const SeriesIndex index : series)
        if (const double value = valueOf(index); !std::isnan(value))
            total = (std::isnan(total) ? 0 : total) + value;
    return total;
}

double share(double of, double by)
{
    return by > 0 ? of / by : kUnknown;
}

} // namespace

SignalSet::SignalSet(std::span<const SignalSpec> specs)
    : m_specs(specs)
{
}

void SignalSet::bind(std::span<const SeriesName> series, std::span<const SeriesIndex> columns)
{
    for (; m_bound < series.size(); ++m_bound)
        for (const SignalSpec &spec : m_specs)
            bindSeries(spec, columns[m_bound], series[m_bound]);
}

void SignalSet::bindSeries(const SignalSpec &spec, SeriesIndex index, const SeriesName &name)
{
    const bool isOf = anyMatches(spec.of, name);
    const bool isBy = anyMatches(spec.by, name);
    if (!isOf && !isBy)
        return;
    const auto bound = parseNumber(name.label("le"));
    if (spec.operation == Operation::quantile && !bound)
        return;
    Trace &trace = traceFor(spec, spec.split.empty() ? spec.trace : name.label(spec.split));
    if (isOf)
        trace.of.push_back(index);
    if (isBy)
        trace.by.push_back(index);
    if (spec.operation == Operation::quantile)
        trace.bounds.push_back(*bound);
}

SignalSet::Trace &SignalSet::traceFor(const SignalSpec &spec, std::string_view name)
{
    const auto found = std::find_if(m_traces.begin(), m_traces.end(),
        [&](const Trace &trace) { return trace.spec == &spec && trace.name == name; });
    if (found != m_traces.end())
        return *found;
    m_row.push_back(kUnknown);
    return m_traces.emplace_back(Trace{&spec, std::string(name), {}, {}, {}});
}

std::span<const double> SignalSet::evaluate(const SeriesStore &store, WallTime at)
{
    for (std::size_t i = 0; i < m_traces.size(); ++i)
        m_row[i] = valueOf(m_traces[i], store, at);
    return m_row;
}

double SignalSet::valueOf(const Trace &trace, const SeriesStore &store, WallTime at)
{
    const auto newest = [&store](SeriesIndex series) { return store.latest(series); };
    const WallTime from = at - std::chrono::round<std::chrono::milliseconds>(trace.spec->window);
    const auto growth = [&](SeriesIndex series) { return rate(store, series, from, at); };
    switch (trace.spec->operation) {
    case Operation::sum:
        return sum(trace.of, newest);
    case Operation::ratio:
        return share(sum(trace.of, newest), sum(trace.by, newest));
    case Operation::rate:
        return sum(trace.of, growth);
    case Operation::rateRatio:
        // What never happened has no series yet: it counts as none.
        return share(std::fmax(0, sum(trace.of, growth)), sum(trace.by, growth));
    case Operation::quantile:
        return quantileOf(trace, store, at);
    }
    return kUnknown;
}

double SignalSet::quantileOf(const Trace &trace, const SeriesStore &store, WallTime at)
{
    const WallTime from = at - std::chrono::round<std::chrono::milliseconds>(trace.spec->window);
    m_buckets.clear();
    for (std::size_t i = 0; i < trace.of.size(); ++i)
        if (const double growth = rate(store, trace.of[i], from, at); !std::isnan(growth))
            m_buckets.push_back({trace.bounds[i], growth});
    mergeBuckets(m_buckets);
    return quantile(trace.spec->part, m_buckets);
}

std::vector<std::string> SignalSet::traceNames() const
{
    std::vector<std::string> names;
    names.reserve(m_traces.size());
    for (const Trace &trace : m_traces)
        names.push_back(nameOf(trace.spec->signal, trace.name));
    return names;
}

} // namespace pult::telemetry
