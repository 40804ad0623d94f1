// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/catalog/seriescatalog.h"
#include "telemetry/plots/decimator.h"
#include "telemetry/series/seriesline.h"
#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {

/// What came of drawing a line.
struct LinePlot {
    static constexpr std::size_t kMostTraces = 12;
    /// That one line may read, which takes some tenths of a second.
    static constexpr std::size_t kMostSamples = 40'000'000;

    struct Trace {
        std::string name; ///< See traceName.
        SeriesName series; ///< Metric and labels that all its series share.
        std::vector<Extremes> columns; ///< Oldest first, as many as asked for.
        double latest = 0; ///< As of the store's newest row; NaN without one.
    };
    std::vector<Trace> traces; ///< By name, buckets by bound; at most kMostTraces.
    std::size_t cut = 0; ///< Traces beyond that.
    std::size_t kept = 0; ///< Series of this line in the store.
    std::size_t present = 0; ///< Of these, in its newest row.
    bool isTooLarge = false; ///< Nothing was drawn: more than kMostSamples.
};

/// Reads what the line says over the range. Rates are of the last `rateWindow`, or of a pixel
/// column's time when that is longer. The catalog is that of the store's columns.
[[nodiscard]] LinePlot plotLine(const SeriesStore &store, const SeriesCatalog &catalog,
    const SeriesLine &line, const PixelRange &range, Seconds rateWindow);

} // namespace pult::telemetry
