// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartcursor.h"

#include <QPainter>

#include "console/widgets/theme.h"

namespace pult::widgets {

ChartCursor::ChartCursor(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(200);
}

void ChartCursor::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartCursor::setCrosshair(std::optional<qreal> x, const QString &label)
{
    m_x = x;
    m_label = label;
    update();
}

void ChartCursor::setSelection(std::optional<std::pair<qreal, qreal>> edges)
{
    m_selection = edges;
    update();
}

QRectF ChartCursor::boundingRect() const
{
    return m_plot;
}

void ChartCursor::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = currentTheme();
    if (m_selection) {
        QColor shade = theme.accent;
        shade.setAlphaF(0.2F);
        painter->fillRect(QRectF(QPointF(m_selection->first, m_plot.top()),
                              QPointF(m_selection->second, m_plot.bottom()))
                              .normalized(),
            shade);
    }
    if (!m_x)
        return;
    painter->setPen(QPen(theme.text, 0));
    painter->drawLine(QPointF(*m_x, m_plot.top()), QPointF(*m_x, m_plot.bottom()));
    const QFontMetrics metrics = painter->fontMetrics();
    QRectF box(0, 0, metrics.horizontalAdvance(m_label) + kGrid, metrics.height());
    box.moveBottomLeft(QPointF(*m_x + 1, m_plot.bottom()));
    if (box.right() > m_plot.right())
        box.moveRight(*m_x - 1);
    painter->fillRect(box, theme.window);
    painter->drawText(box, Qt::AlignCenter, m_label);
}

} // namespace pult::widgets
