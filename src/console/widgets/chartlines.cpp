// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartlines.h"

#include <algorithm>
#include <cmath>

namespace pult::widgets {
namespace {

bool isGap(const live::Column &column)
{
    return !std::isfinite(column.low) || !std::isfinite(column.high);
}

void appendColumn(QPolygonF &line, qreal x, qreal low, qreal high)
{
    if (qFuzzyCompare(low, high)) {
        line << QPointF(x, low);
        return;
    }
    const bool isNearerToHigh =
        !line.isEmpty() && std::abs(line.last().y() - high) < std::abs(line.last().y() - low);
    line << QPointF(x, isNearerToHigh ? high : low) << QPointF(x, isNearerToHigh ? low : high);
}

} // namespace

std::vector<QPolygonF> traceLines(
    const std::vector<live::Column> &columns, const QRectF &plot, ValueSpan span)
{
    const qreal width = plot.width() / static_cast<qreal>(columns.size());
    const qreal perUnit = plot.height() / span.length();
    const auto toY = [&](double value) { return plot.bottom() - (value - span.low) * perUnit; };
    std::vector<QPolygonF> lines;
    bool isOpen = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (isGap(columns[i])) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            lines.emplace_back().reserve(2 * static_cast<qsizetype>(columns.size() - i));
        isOpen = true;
        appendColumn(lines.back(), plot.left() + (static_cast<qreal>(i) + 0.5) * width,
            toY(columns[i].low), toY(columns[i].high));
    }
    return lines;
}

double valueAt(const live::Trace &trace, double share)
{
    if (trace.columns.empty() || !(share >= 0 && share <= 1))
        return std::nan("");
    const auto last = trace.columns.size() - 1;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(trace.columns.size()));
    const live::Column &column = trace.columns[std::min(index, last)];
    return (column.low + column.high) / 2;
}

ValueSpan valuesOf(const live::Trace &trace)
{
    ValueSpan span{0, 0};
    for (const live::Column &column : trace.columns) {
        if (isGap(column))
            continue;
        span.low = std::min(span.low, column.low);
        span.high = std::max(span.high, column.high);
    }
    return span;
}

} // namespace pult::widgets
