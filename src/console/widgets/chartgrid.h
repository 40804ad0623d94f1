// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGraphicsItem>

#include "console/widgets/chartscale.h"

namespace pult::widgets {

/// The level lines behind a plot, one device pixel high, and the one it stands on. An item of our
/// own: QtCharts strokes each line pixel by pixel. GUI thread.
class ChartGrid final : public QGraphicsItem {
public:
    explicit ChartGrid(QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void show(const std::vector<Tick> &ticks, ValueSpan span);
    void setColor(const QColor &color);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_plot;
    std::vector<double> m_levels; ///< Shares of the plot's height, from its bottom.
    QColor m_color;
};

} // namespace pult::widgets
