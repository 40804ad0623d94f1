// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "telemetry/store/seriesstore.h"

/// What is computed from stored series. NaN: there is no answer.
namespace pult::telemetry {

/// Growth of a counter a second, over the rows with from <= time <= to. A value below the one
/// before is a restart from zero; so is a series that first shows up within the window. NaN with
/// fewer than two rows, or when the newest row has no value.
[[nodiscard]] double rate(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to);

/// The same growth in all, over the window.
[[nodiscard]] double increase(
    const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to);

/// Slope of a gauge a second: of the straight line with the least squares through its rows, as
/// Prometheus' deriv. NaN with fewer than two of them, or when the newest row has no value.
[[nodiscard]] double derivative(
    const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to);

struct Bucket {
    double upperBound = 0; ///< The label "le".
    double count = 0; ///< Observations up to the bound, the smaller buckets included.
};

/// The counts of equal bounds in one bucket each, sorted by bound, never falling.
void mergeBuckets(std::vector<Bucket> &buckets);

/// The value that the given part (0..1) of the observations does not exceed, interpolated
/// within its bucket as Prometheus' histogram_quantile does: the lowest bucket begins at 0, and
/// what lies in the last bucket counts as the highest finite bound. NaN without observations.
/// Requires: sorted by bound, the last one infinite.
[[nodiscard]] double quantile(double part, std::span<const Bucket> buckets);

} // namespace pult::telemetry
