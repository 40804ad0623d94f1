// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "telemetry/series/seriesname.h"

namespace pult::telemetry {

/// What of a series is drawn.
enum class LineForm {
    value, ///< As scraped.
    rate, ///< Growth a second of a counter.
    increase, ///< Growth of a counter since the begin of the range.
    quantile, ///< Of a classic histogram's buckets.
};
BOOST_DESCRIBE_ENUM(LineForm, value, rate, increase, quantile)

/// What becomes of several series.
enum class LineFold {
    none, ///< There is one: the metric with exactly these labels.
    sum,
    max,
};
BOOST_DESCRIBE_ENUM(LineFold, none, sum, max)

struct LineLabel {
    std::string name;
    std::string value;
    bool operator==(const LineLabel &) const = default;
};
BOOST_DESCRIBE_STRUCT(LineLabel, (), (name, value))

/// What a chart draws of the series as scraped: one series, or all of a metric that have the
/// labels, folded into one trace for each value of another label. Buckets are always folded. A
/// value; kept in settings under these names.
struct SeriesLine {
    std::string metric;
    std::vector<LineLabel> labels = {}; ///< Sorted by name.
    LineForm form = LineForm::value;
    LineFold fold = LineFold::none;
    std::string by = {}; ///< With a fold; empty: all in one trace.
    double part = 0.95; ///< Of a quantile, 0..1.
    bool operator==(const SeriesLine &) const = default;
};
BOOST_DESCRIBE_STRUCT(SeriesLine, (), (metric, labels, form, fold, by, part))

/// What identifies the series that a line names.
[[nodiscard]] SeriesName nameOf(const SeriesLine &line);
/// What is common to the series of the line's trace for that value of the label `by`.
[[nodiscard]] SeriesName traceSeries(const SeriesLine &line, std::string_view value);
/// "rate http_requests_total{code="200"}", "p95 …", "sum rate …": what is different is called
/// differently.
[[nodiscard]] std::string traceName(const SeriesLine &line, const SeriesName &series);

} // namespace pult::telemetry
