// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartlines.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace pult::widgets {
namespace {

bool isGap(const live::Column &column)
{
    return !std::isfinite(column.low) || !std::isfinite(column.high);
}

/// Of columns without a gap, the first of them at x.
template <class ToY>
QPolygonF lineOf(std::span<const live::Column> run, qreal x, qreal width, ToY toY)
{
    QPolygonF line(2 * static_cast<qsizetype>(run.size()));
    QPointF *const begin = line.data();
    QPointF *end = begin;
    for (const live::Column &column : run) {
        const qreal low = toY(column.low);
        const qreal high = toY(column.high);
        const bool isNearerToHigh =
            end != begin && std::abs((end - 1)->y() - high) < std::abs((end - 1)->y() - low);
        *end++ = {x, isNearerToHigh ? high : low};
        if (low != high)
            *end++ = {x, isNearerToHigh ? low : high};
        x += width;
    }
    line.resize(end - begin);
    return line;
}

} // namespace

std::vector<QPolygonF> traceLines(
    const std::vector<live::Column> &columns, const QRectF &plot, ValueSpan span)
{
    const qreal width = plot.width() / static_cast<qreal>(columns.size());
    const qreal perUnit = plot.height() / span.length();
    const auto toY = [&](double value) { return plot.bottom() - (value - span.low) * perUnit; };
    std::vector<QPolygonF> lines;
    const auto end = columns.end();
    for (auto begin = columns.begin(); begin != end;) {
        begin = std::find_if_not(begin, end, isGap);
        const auto gap = std::find_if(begin, end, isGap);
        const qreal x = plot.left() + (static_cast<qreal>(begin - columns.begin()) + 0.5) * width;
        if (begin != gap)
            lines.push_back(lineOf({begin, gap}, x, width, toY));
        begin = gap;
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
        const bool isBeyond = column.low < span.low || column.high > span.high;
        if (!isBeyond || isGap(column))
            continue;
        span.low = std::min(span.low, column.low);
        span.high = std::max(span.high, column.high);
    }
    return span;
}

} // namespace pult::widgets
