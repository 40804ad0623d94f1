// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/signalset.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool anyMatches(const std::vector<Selector> &selectors, const SeriesName &name)
{
    return std::any_of(selectors.begin(), selectors.end(),
        [&name](const Selector &selector) { return selector.matches(name); });
}

/// Of two where either may be unknown.
double plus(double total, double value)
{
    return std::isnan(value) ? total : (std::isnan(total) ? 0 : total) + value;
}

double share(double of, double by)
{
    return by > 0 ? of / by : kUnknown;
}

WallTime windowBegin(const SignalSpec &spec, WallTime at)
{
    return at - std::chrono::round<std::chrono::milliseconds>(spec.window);
}

} // namespace

void SignalSet::add(std::span<const SignalSpec> specs)
{
    m_groups.push_back({specs, 0});
}

void SignalSet::bind(const SeriesTable &series, std::span<const SeriesIndex> columns)
{
    for (Group &group : m_groups)
        for (; group.bound < series.size(); ++group.bound) {
            const SeriesName name = series.name(group.bound);
            for (const SignalSpec &spec : group.specs)
                bindSeries(spec, columns[group.bound], name);
        }
}

void SignalSet::bindSeries(const SignalSpec &spec, SeriesIndex index, const SeriesName &name)
{
    if (!anyMatches(spec.of, name) && !anyMatches(spec.by, name))
        return;
    const auto bound = parseNumber(name.label("le"));
    if (spec.operation == Operation::quantile && !bound)
        return;
    Trace *trace = traceFor(spec, spec.split.empty() ? "" : name.label(spec.split));
    if (!trace)
        return;
    for (std::vector<Share> *shares : {&trace->of, &trace->by})
        for (Share &each : *shares)
            if (each.selector->matches(name))
                each.terms.push_back({index, bound.value_or(0)});
}

SignalSet::Trace *SignalSet::traceFor(const SignalSpec &spec, std::string_view label)
{
    std::size_t ofSpec = 0;
    for (Trace &trace : m_traces) {
        if (trace.spec != &spec)
            continue;
        if (trace.label == label)
            return &trace;
        ++ofSpec;
    }
    if (ofSpec == kMostTraces)
        return nullptr;
    m_row.push_back(kUnknown);
    Trace &made = m_traces.emplace_back(Trace{&spec, std::string(label), {}, {}});
    for (const Selector &selector : spec.of)
        made.of.push_back({&selector, {}});
    for (const Selector &selector : spec.by)
        made.by.push_back({&selector, {}});
    return &made;
}

std::span<const double> SignalSet::evaluate(const SeriesStore &store, WallTime at)
{
    for (std::size_t i = 0; i < m_traces.size(); ++i)
        m_row[i] = valueOf(m_traces[i], store, at);
    return m_row;
}

double SignalSet::valueOf(const Trace &trace, const SeriesStore &store, WallTime at)
{
    const WallTime from = windowBegin(*trace.spec, at);
    const auto newest = [&store](SeriesIndex series) { return store.latest(series); };
    const auto pace = [&](SeriesIndex series) { return rate(store, series, from, at); };
    switch (trace.spec->operation) {
    case Operation::sum:
        return sum(trace.of, newest);
    case Operation::max:
        return highest(trace, store);
    case Operation::ratio:
        return share(sum(trace.of, newest), sum(trace.by, newest));
    case Operation::rate:
        return sum(trace.of, pace);
    case Operation::rateRatio:
        // What never happened has no series yet: it counts as none.
        return share(std::fmax(0, sum(trace.of, pace)), sum(trace.by, pace));
    case Operation::increase:
        return sum(trace.of, [&](SeriesIndex series) { return increase(store, series, from, at); });
    case Operation::derivative:
        return sum(
            trace.of, [&](SeriesIndex series) { return derivative(store, series, from, at); });
    case Operation::quantile:
        return quantileOf(trace, store, at);
    }
    return kUnknown;
}

/// Of what is known, by weight. NaN when nothing is, or when it is not known what to subtract.
template <class ValueOf>
double SignalSet::sum(const std::vector<Share> &shares, ValueOf valueOf)
{
    double total = kUnknown;
    for (const Share &each : shares) {
        double part = kUnknown;
        for (const Term &term : each.terms)
            part = plus(part, valueOf(term.series));
        if (std::isnan(part) && each.selector->weight < 0)
            return kUnknown;
        total = plus(total, each.selector->weight * part);
    }
    return total;
}

double SignalSet::highest(const Trace &trace, const SeriesStore &store)
{
    double value = kUnknown;
    for (const Share &each : trace.of)
        for (const Term &term : each.terms)
            value = std::fmax(value, each.selector->weight * store.latest(term.series));
    return value;
}

double SignalSet::quantileOf(const Trace &trace, const SeriesStore &store, WallTime at)
{
    const WallTime from = windowBegin(*trace.spec, at);
    m_buckets.clear();
    for (const Share &each : trace.of)
        for (const Term &term : each.terms)
            if (const double growth = rate(store, term.series, from, at); !std::isnan(growth))
                m_buckets.push_back({term.bound, growth});
    mergeBuckets(m_buckets);
    return quantile(trace.spec->part, m_buckets);
}

std::vector<std::string> SignalSet::traceNames() const
{
    std::vector<std::string> names;
    names.reserve(m_traces.size());
    for (const Trace &trace : m_traces)
        names.push_back(nameOf(trace.spec->id, trace.label));
    return names;
}

} // namespace pult::telemetry
