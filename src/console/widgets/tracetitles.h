// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "console/live/chartdata.h"

/// What the traces of a chart are called, and told apart by. GUI thread.
namespace pult::widgets {

/// One for each trace, for people: "image" → "Image". Of series as scraped only what is different
/// among the chart's traces: the values of a label, the metric, what is drawn of it.
[[nodiscard]] std::vector<QString> traceTitles(const live::ChartData &chart);

/// Each one's place in Theme::data: that of its name, or, when one before it has that, the next
/// that is free.
[[nodiscard]] std::vector<std::size_t> tracePlaces(const std::vector<live::Trace> &traces);

/// "rate", "increase", "p95": what a line draws; empty for its value.
[[nodiscard]] QString formTitle(const telemetry::SeriesLine &line);

} // namespace pult::widgets
