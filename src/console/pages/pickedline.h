// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "telemetry/catalog/metricbook.h"
#include "telemetry/series/seriesline.h"

namespace pult::pages {

/// A line of a chart, and what else it could be. A value.
struct PickedLine {
    telemetry::SeriesLine line;
    std::vector<telemetry::LineLabel> labels; ///< Of the series that was picked.
    bool isWhole = false; ///< All series of the metric were picked.
    std::set<std::string> labelNames; ///< That the metric can be split by.
    telemetry::MetricInfo info;
};

/// One series, drawn as is usual.
[[nodiscard]] PickedLine pickSeries(
    const telemetry::SeriesName &name, const telemetry::MetricInfo &info);
/// All series of the metric together, drawn as is usual; labels as these have them.
[[nodiscard]] PickedLine pickMetric(
    const std::string &metric, const telemetry::MetricInfo &info, std::set<std::string> labelNames);

/// The picked line in another form and fold. None: of the picked series alone.
[[nodiscard]] telemetry::SeriesLine lineOf(const PickedLine &picked, telemetry::LineForm form,
    double part, telemetry::LineFold fold, const std::string &by);

} // namespace pult::pages
