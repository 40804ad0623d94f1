// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/walltime.h"

namespace pult::live {

/// What a chart can show of one service. Each has one unit and several traces.
enum class ChartKind {
    throughput, ///< jobs/s finished; a trace a kind of job
    latency, ///< seconds, of HTTP requests; traces "p50", "p95", "p99"
    queue, ///< jobs; traces "depth" and "running"
    pools, ///< 0..1 of capacity; a trace a pool
};

/// One pixel column: the extremes of the samples that fall into it. NaN: no data, a gap.
struct Column {
    double low = 0;
    double high = 0;
};

struct Trace {
    std::string name; ///< "p95", "image", "workers.image": not translated.
    std::vector<Column> columns; ///< As many as asked for, oldest first, evenly over the range.
    double latest = 0; ///< Newest value, NaN when stale.
};

enum class MarkKind { config, restart, connection };

/// Something that happened, to be drawn on the time axis of every chart.
struct Mark {
    WallTime at;
    MarkKind kind = MarkKind::config;
    std::string text; ///< "workers.image 2 → 8": values are not translated.
    std::int64_t revision = 0; ///< Of a config mark.
};

/// Everything that one chart draws, made on the telemetry thread. A value.
struct ChartData {
    ChartKind kind = ChartKind::throughput;
    WallTime from;
    WallTime to;
    std::vector<Trace> traces;
    std::vector<Mark> marks; ///< Within the range, oldest first.
};

/// What a chart asks for.
struct ChartQuery {
    ChartKind kind = ChartKind::throughput;
    WallTime from;
    WallTime to;
    int columns = 0; ///< Pixel columns of the plot area.
};

} // namespace pult::live
