// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/catalog/metricbook.h"
#include "telemetry/catalog/seriescatalog.h"

namespace pult::telemetry {

/// The series of one metric of OpenMetrics, whose samples stand together: one, or the buckets, sum
/// and count that share their other labels, in the order of a line each.
struct ExportMetric {
    std::vector<SeriesIndex> series;
};

/// A family as OpenMetrics writes it. The name carries no suffix of its samples.
struct ExportFamily {
    MetricInfo info;
    std::map<std::string, ExportMetric> metrics; ///< By their labels.
};

/// By name. A metric whose name breaks OpenMetrics' rules for its type, or whose family would have
/// the name of another, is a family of unknown type by itself.
[[nodiscard]] std::map<std::string, ExportFamily> planExport(
    const SeriesCatalog &catalog, const MetricBook &book);

/// "# TYPE …", then UNIT and HELP when they are known.
[[nodiscard]] std::string familyHead(const std::string &name, const MetricInfo &info);

} // namespace pult::telemetry
