// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartvalueaxis.h"

#include <algorithm>
#include <cmath>

#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

namespace pult::widgets {

ChartValueAxis::ChartValueAxis(QChart &chart)
    : m_chart(chart)
    , m_axis(new QCategoryAxis(&chart))
{
    m_axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_axis->setTruncateLabels(false);
    m_axis->setLineVisible(false);
    m_axis->setGridLineVisible(false);
    chart.addAxis(m_axis, Qt::AlignLeft);
}

void ChartValueAxis::show(const std::vector<Tick> &ticks, double low, double high, double pixels)
{
    const double visible = (high - low) / std::max(1.0, pixels) / 2;
    if (ticks == m_ticks && std::abs(low - m_low) < visible && std::abs(high - m_high) < visible)
        return;
    m_ticks = ticks;
    m_low = low;
    m_high = high;
    for (const QString &label : m_axis->categoriesLabels())
        m_axis->remove(label);
    // A category ends at its label: the first one begins outside, where its line is not drawn.
    m_axis->setStartValue(low - (high - low));
    for (const Tick &tick : ticks)
        m_axis->append(tick.label, tick.position);
    m_axis->setRange(low, high);
    // QtCharts lays the HTML of each label out whenever it is painted; its picture is kept instead.
    for (QGraphicsItem *item : m_chart.scene()->items())
        if (item->type() == QGraphicsTextItem::Type)
            item->setCacheMode(QGraphicsItem::DeviceCoordinateCache);
}

void ChartValueAxis::dress(const Theme &theme, const QFont &font)
{
    m_axis->setLabelsFont(font);
    m_axis->setLabelsColor(theme.mutedText);
}

QFont ChartValueAxis::font() const
{
    return m_axis->labelsFont();
}

} // namespace pult::widgets
