// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "telemetry/series/seriestable.h"
#include "telemetry/signals/functions.h"
#include "telemetry/signals/signalspec.h"

namespace pult::telemetry {

/// Computes every signal of one target once a scrape, so that a chart only reads. Which series a
/// trace is made of is resolved when a series is first seen. One thread at a time.
class SignalSet {
public:
    /// Of one signal; what a label has beyond them is left out, since nobody can tell more lines
    /// apart and a label's values may be endless.
    static constexpr std::size_t kMostTraces = 64;

    /// More signals to compute, from the next bind on. The specs must outlive the set.
    void add(std::span<const SignalSpec> specs);

    /// Call with all series of the target whenever there are new ones, and their columns in the
    /// store.
    void bind(const SeriesTable &series, std::span<const SeriesIndex> columns);

    /// One value a column, as of the store's newest row, which is of that time. NaN: unknown.
    [[nodiscard]] std::span<const double> evaluate(const SeriesStore &store, WallTime at);

    /// By nameOf, in the order of evaluate's values. A trace keeps its place.
    [[nodiscard]] std::vector<std::string> traceNames() const;

private:
    struct Term {
        SeriesIndex series = 0;
        double bound = 0; ///< With buckets.
    };
    /// What one selector has chosen.
    struct Share {
        const Selector *selector = nullptr;
        std::vector<Term> terms;
    };
    struct Trace {
        const SignalSpec *spec = nullptr;
        std::string label;
        std::vector<Share> of;
        std::vector<Share> by;
    };
    struct Group {
        std::span<const SignalSpec> specs;
        SeriesIndex bound = 0; ///< Series seen by bind so far.
    };

    void bindSeries(const SignalSpec &spec, SeriesIndex index, const SeriesName &name);
    /// Null when there are too many already.
    [[nodiscard]] Trace *traceFor(const SignalSpec &spec, std::string_view label);
    template <class ValueOf>
    [[nodiscard]] static double sum(const std::vector<Share> &shares, ValueOf valueOf);
    [[nodiscard]] static double highest(const Trace &trace, const SeriesStore &store);
    [[nodiscard]] double valueOf(const Trace &trace, const SeriesStore &store, WallTime at);
    [[nodiscard]] double quantileOf(const Trace &trace, const SeriesStore &store, WallTime at);

    std::vector<Group> m_groups;
    std::vector<Trace> m_traces;
    std::vector<double> m_row;
    std::vector<Bucket> m_buckets; ///< Reused by each quantile.
};

} // namespace pult::telemetry
