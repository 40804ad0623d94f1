// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/walltime.h"
#include "telemetry/series/seriesline.h"

namespace pult::live {

/// One pixel column: the extremes of the samples that fall into it. NaN: no data, a gap.
struct Column {
    double low = 0;
    double high = 0;
};

/// What a trace of a line was drawn from.
struct SeriesOfTrace {
    telemetry::SeriesLine line;
    telemetry::SeriesName name; ///< The labels that all its series share.
    std::size_t place = 0; ///< Among the chart's traces.
};

struct Trace {
    std::string name; ///< "p95", "image", "eth0 · Received": in English.
    std::vector<Column> columns; ///< As many as asked for, oldest first, evenly over the range.
    double latest = 0; ///< Newest value, NaN when stale.
    std::optional<SeriesOfTrace> series = {}; ///< Of a line.
};

enum class MarkKind { config, restart, connection }; ///< In this order in the history's files.

/// Something that happened, to be drawn on the time axis of every chart.
struct Mark {
    WallTime at;
    MarkKind kind = MarkKind::config;
    std::string text; ///< "workers.image 2 → 8": values are not translated.
    std::int64_t revision = 0; ///< Of a config mark.
};

/// What came of one of a query's lines.
struct LineReport {
    std::size_t kept = 0; ///< Its series, those of the past included; 0: there is no such series.
    std::size_t present = 0; ///< Of these, in the newest scrape.
    std::size_t traces = 0;
    std::size_t cut = 0; ///< Traces beyond what a chart draws of one line.
    bool isTooLarge = false; ///< Too many series over this range: none is drawn.
};

/// Everything that one chart draws, made on the telemetry thread. A value.
struct ChartData {
    WallTime from;
    WallTime to;
    std::vector<Trace> traces;
    std::vector<Mark> marks; ///< Within the range, oldest first.
    std::vector<LineReport> lines = {}; ///< One for each of the query's.
};

/// What a chart asks for.
struct ChartQuery {
    std::vector<std::string> signals; ///< By their ids, see telemetry::SignalSpec.
    WallTime from;
    WallTime to;
    int columns = 0; ///< Pixel columns of the plot area.
    std::vector<telemetry::SeriesLine> lines = {}; ///< In its order, behind the signals.
};

/// A search among all series of a service.
struct SeriesQuery {
    std::string words; ///< Each must stand in the name or a label, in any case.
    std::size_t wanted = 500; ///< That are listed.
};

} // namespace pult::live
