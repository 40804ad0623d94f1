// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "telemetry/functions.h"
#include "telemetry/signalspec.h"

namespace pult::telemetry {

/// Computes every signal of one target once a scrape, so that a chart only reads. Which series a
/// trace is made of is resolved when a series is first seen. One thread at a time.
class SignalSet {
public:
    /// The specs must outlive the set.
    explicit SignalSet(std::span<const SignalSpec> specs);

    /// Call with all series of the target whenever there are new ones, and their columns in the
    /// store.
    void bind(std::span<const SeriesName> series, std::span<const SeriesIndex> columns);

    /// One value a column, as of the store's newest row, which is of that time. NaN: unknown.
    [[nodiscard]] std::span<const double> evaluate(const SeriesStore &store, WallTime at);

    /// By nameOf, in the order of evaluate's values. A trace keeps its place.
    [[nodiscard]] std::vector<std::string> traceNames() const;

private:
    struct Trace {
        const SignalSpec *spec = nullptr;
        std::string name;
        std::vector<SeriesIndex> of;
        std::vector<SeriesIndex> by;
        std::vector<double> bounds; ///< Of each of `of`, with buckets.
    };

    void bindSeries(const SignalSpec &spec, SeriesIndex index, const SeriesName &name);
    Trace &traceFor(const SignalSpec &spec, std::string_view name);
    [[nodiscard]] double valueOf(const Trace &trace, const SeriesStore &store, WallTime at);
    [[nodiscard]] double quantileOf(const Trace &trace, const SeriesStore &store, WallTime at);

    std::span<const SignalSpec> m_specs;
    std::vector<Trace> m_traces;
    std::vector<double> m_row;
    std::vector<Bucket> m_buckets; ///< Reused by each quantile.
    std::size_t m_bound = 0; ///< Series seen by bind so far.
};

} // namespace pult::telemetry
