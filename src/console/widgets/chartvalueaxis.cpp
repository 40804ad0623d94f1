// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartvalueaxis.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>
#include <QPainter>

namespace pult::widgets {

ChartValueAxis::ChartValueAxis(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
}

int ChartValueAxis::width() const
{
    qreal widest = 0;
    for (const Label &label : m_labels)
        widest = std::max(widest, label.text.size().width());
    return static_cast<int>(std::ceil(widest)) + kGrid / 2;
}

int ChartValueAxis::labelHeight() const
{
    return QFontMetrics(m_font).height();
}

void ChartValueAxis::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
}

void ChartValueAxis::show(const std::vector<Tick> &ticks, ValueSpan span)
{
    m_ticks = ticks;
    m_span = span;
    layOut();
}

void ChartValueAxis::layOut()
{
    m_labels.clear();
    for (const Tick &tick : m_ticks)
        m_labels.push_back(
            {(tick.position - m_span.low) / m_span.length(), m_texts->textOf(tick.label, m_font)});
    update();
}

void ChartValueAxis::dress(const Theme &theme, const QFont &font)
{
    prepareGeometryChange();
    m_font = font;
    m_color = theme.mutedText;
    layOut();
}

QRectF ChartValueAxis::boundingRect() const
{
    const qreal beyond = labelHeight();
    return {0, m_plot.top() - beyond, m_plot.left(), m_plot.height() + 2 * beyond};
}

void ChartValueAxis::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setFont(m_font);
    painter->setPen(m_color);
    for (const auto &[level, text] : m_labels) {
        const QSizeF size = text.size();
        painter->drawStaticText(QPointF(m_plot.left() - kGrid / 2.0 - size.width(),
                                    m_plot.bottom() - level * m_plot.height() - size.height() / 2),
            text);
    }
}

} // namespace pult::widgets
