// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartaxis.h"

#include <algorithm>
#include <cmath>

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

namespace pult::widgets {

ChartAxis::ChartAxis(QChart &chart, Qt::Alignment side)
    : m_axis(new QCategoryAxis(&chart))
{
    m_axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_axis->setTruncateLabels(false);
    m_axis->setLineVisible(side == Qt::AlignBottom);
    m_axis->setGridLineVisible(side != Qt::AlignBottom);
    chart.addAxis(m_axis, side);
}

void ChartAxis::show(const std::vector<Tick> &ticks, double low, double high, double pixels)
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
}

void ChartAxis::dress(const Theme &theme, const QFont &font)
{
    m_axis->setLabelsFont(font);
    m_axis->setLabelsColor(theme.mutedText);
    m_axis->setGridLinePen(QPen(theme.border, 0));
    m_axis->setLinePen(QPen(theme.border, 0));
}

QFont ChartAxis::font() const
{
    return m_axis->labelsFont();
}

} // namespace pult::widgets
