// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/format.h"
#include "telemetry/catalog/foundseries.h"
#include "telemetry/series/seriesline.h"

/// Series as scraped, for people. GUI thread.
namespace pult::models {

/// By the metric's name, which says its unit by convention, and what is drawn of it.
[[nodiscard]] Unit unitOf(const telemetry::SeriesLine &line);
/// Of a chart: Unit::count when its lines differ.
[[nodiscard]] Unit unitOf(const std::vector<telemetry::SeriesLine> &lines);

/// What one expects to see of a metric: a counter's rate, a classic histogram's 95th percentile,
/// else the value. A counter that nothing is said of is known by its name.
[[nodiscard]] telemetry::LineForm usualForm(
    const std::string &metric, const telemetry::MetricInfo &info);
[[nodiscard]] bool isBucket(const std::string &metric);

/// "http_requests_total{code="200"}".
[[nodiscard]] QString seriesText(const telemetry::SeriesName &name);
/// "Counter, in seconds"; empty when nothing is known.
[[nodiscard]] QString metricText(const telemetry::MetricInfo &info);
/// "http_requests_total, rate per second"; "3 metrics".
[[nodiscard]] QString chartTitle(const std::vector<telemetry::SeriesLine> &lines);

} // namespace pult::models
