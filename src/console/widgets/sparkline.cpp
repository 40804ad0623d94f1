// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/sparkline.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPolygonF>

namespace pult::widgets {
namespace {

double highest(std::span<const double> values)
{
    double top = 0;
    for (const double value : values)
        if (std::isfinite(value))
            top = std::max(top, value);
    return top;
}

void drawRun(QPainter &painter, QPolygonF &run, qreal ground, const QColor &color)
{
    if (run.size() > 1) {
        QColor shade = color;
        shade.setAlphaF(0.15F);
        QPolygonF area = run;
        area << QPointF(run.last().x(), ground) << QPointF(run.first().x(), ground);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        painter.drawPolygon(area);
        painter.setPen(QPen(color, 1));
        painter.drawPolyline(run);
    } else if (run.size() == 1) {
        painter.setPen(QPen(color, 1));
        painter.drawPoint(run.first());
    }
    run.clear();
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, std::span<const double> values,
    const QColor &color, std::size_t slots)
{
    if (values.empty() || rect.isEmpty())
        return;
    const double top = highest(values);
    const qreal step = rect.width() / static_cast<qreal>(std::max(slots, values.size()) - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF run;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            drawRun(painter, run, rect.bottom(), color);
            continue;
        }
        const qreal height = top > 0 ? values[i] / top * rect.height() : 0;
        run << QPointF(rect.right() - static_cast<qreal>(values.size() - 1 - i) * step,
            rect.bottom() - height);
    }
    drawRun(painter, run, rect.bottom(), color);
    painter.restore();
}

} // namespace pult::widgets
