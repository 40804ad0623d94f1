// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "telemetry/catalog/metricbook.h"
#include "telemetry/series/seriesindex.h"
#include "telemetry/series/seriesname.h"

/// What a search among the series of a target finds. Values.
namespace pult::telemetry {

struct FoundSeries {
    SeriesName name;
    double latest = kAbsent; ///< NaN: not in the newest scrape.
};

struct FoundMetric {
    std::string name;
    MetricInfo info;
    std::size_t series = 0; ///< All there are, also those that do not match.
    std::vector<FoundSeries> listed; ///< The first that match, by name.
};

struct FoundMetrics {
    std::vector<FoundMetric> metrics; ///< By name.
    std::size_t series = 0; ///< That match, also those not listed.
    std::size_t kept = 0; ///< All there are.
};

} // namespace pult::telemetry
