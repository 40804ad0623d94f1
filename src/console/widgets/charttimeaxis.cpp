// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/charttimeaxis.h"

#include <algorithm>

#include <QFontMetrics>
#include <QPainter>

namespace pult::widgets {
namespace {

constexpr int kTickLength = 4;
constexpr int kPixelsPerLabel = 96;

} // namespace

ChartTimeAxis::ChartTimeAxis(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(101); // Its ticks begin on the edge of the plot's picture.
}

int ChartTimeAxis::height() const
{
    return kTickLength + QFontMetrics(m_font).height() + 2;
}

void ChartTimeAxis::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
    layOut();
}

void ChartTimeAxis::show(WallTime from, WallTime to)
{
    const Seconds visible = Seconds(m_to - m_from) / std::max(1.0, m_plot.width()) / 2;
    const auto isSeen = [visible](Seconds moved) { return moved >= visible || moved <= -visible; };
    if (!isSeen(from - m_from) && !isSeen(to - m_to))
        return;
    m_from = from;
    m_to = to;
    layOut();
}

/// Without labels that would be cut off at the right edge.
void ChartTimeAxis::layOut()
{
    const int most = std::max(2, static_cast<int>(m_plot.right() + 2 * kGrid) / kPixelsPerLabel);
    const auto begin = static_cast<double>(m_from.time_since_epoch().count());
    const double pixelsPerUnit = m_plot.width() / static_cast<double>((m_to - m_from).count());
    std::vector<Label> labels;
    for (const Tick &tick : timeTicks(m_from, m_to, most)) {
        const qreal x = m_plot.left() + (tick.position - begin) * pixelsPerUnit;
        const QStaticText text = m_texts->textOf(tick.label, m_font);
        if (x + text.size().width() / 2 <= m_plot.right() + kGrid)
            labels.push_back({x, text});
    }
    m_labels = std::move(labels);
    update();
}

void ChartTimeAxis::dress(const Theme &theme, const QFont &font)
{
    prepareGeometryChange();
    m_font = font;
    m_lineColor = theme.border;
    m_textColor = theme.mutedText;
    layOut();
}

/// A label may begin left of the plot.
QRectF ChartTimeAxis::boundingRect() const
{
    return {0, m_plot.bottom() - 1, m_plot.right() + 2 * kGrid, height() + 1.0};
}

void ChartTimeAxis::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const qreal top = m_plot.bottom();
    painter->setPen(QPen(m_lineColor, 0));
    for (const Label &label : m_labels)
        painter->drawLine(QPointF(label.x, top), QPointF(label.x, top + kTickLength));
    painter->setFont(m_font);
    painter->setPen(m_textColor);
    for (const Label &label : m_labels)
        painter->drawStaticText(
            QPointF(label.x - label.text.size().width() / 2, top + kTickLength + 1), label.text);
}

} // namespace pult::widgets
