// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartgrid.h"

#include <QPainter>

namespace pult::widgets {

ChartGrid::ChartGrid(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
}

void ChartGrid::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartGrid::show(const std::vector<Tick> &ticks, ValueSpan span)
{
    m_levels.clear();
    for (const Tick &tick : ticks)
        m_levels.push_back((tick.position - span.low) / span.length());
    update();
}

void ChartGrid::setColor(const QColor &color)
{
    m_color = color;
    update();
}

QRectF ChartGrid::boundingRect() const
{
    return m_plot.adjusted(-1, -1, 1, 1);
}

void ChartGrid::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const qreal pixel = 1 / painter->device()->devicePixelRatioF();
    QRectF line(m_plot.left() - pixel / 2, 0, m_plot.width() + pixel, pixel);
    const auto drawLine = [&](double level) {
        line.moveTop(m_plot.bottom() - level * m_plot.height() - pixel / 2);
        painter->fillRect(line, m_color);
    };
    drawLine(0);
    for (const double level : m_levels)
        drawLine(level);
}

} // namespace pult::widgets
