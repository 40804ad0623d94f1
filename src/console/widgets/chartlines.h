// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPolygonF>

#include "console/live/chartdata.h"
#include "console/widgets/chartscale.h"

/// From columns to lines on a plot area. Any thread.
namespace pult::widgets {

/// One line for every run of columns without a gap; a run of one column is a single point. A
/// column whose extremes differ contributes both, in the order that draws the shorter line.
[[nodiscard]] std::vector<QPolygonF> traceLines(
    const std::vector<live::Column> &columns, const QRectF &plot, ValueSpan span);

/// The middle of the column at a share 0..1 of the range; NaN in a gap.
[[nodiscard]] double valueAt(const live::Trace &trace, double share);

/// The least span that shows all columns, and zero.
[[nodiscard]] ValueSpan valuesOf(const live::Trace &trace);

} // namespace pult::widgets
