// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "console/live/chartdata.h"

/// What the traces of a chart are called, and told apart by. GUI thread.
namespace pult::widgets {

/// One for each trace, for people: "image" → "Image". Of series as scraped only what is different
/// among the chart's traces: the values of a label, the metric, what is drawn of it.
[[nodiscard]] std::vector<QString> traceTitles(const live::ChartData &chart);

/// In the palette; none: its colour goes by its name.
[[nodiscard]] std::optional<std::size_t> placeOf(const live::Trace &trace);

/// "rate", "increase", "p95": what a line draws; empty for its value.
[[nodiscard]] QString formTitle(const telemetry::SeriesLine &line);

} // namespace pult::widgets
