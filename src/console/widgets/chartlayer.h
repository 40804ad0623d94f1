// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QGraphicsItem>

#include "console/live/chartdata.h"
#include "console/widgets/chartscale.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

/// A level worth watching, drawn as a dashed line with its label.
struct Threshold {
    double value = 0;
    QString label;
};

/// Everything on a plot area that changes with the data: thresholds, traces, marks. Its cost is
/// per pixel column, and moving the crosshair does not repaint it. GUI thread.
class ChartLayer final : public QGraphicsItem {
public:
    explicit ChartLayer(QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void setData(const live::ChartData *data, ValueSpan span);
    void setThresholds(std::vector<Threshold> thresholds);
    void setHidden(std::set<std::string> names);
    void setStale(bool isStale);

    [[nodiscard]] const std::vector<Threshold> &thresholds() const { return m_thresholds; }
    [[nodiscard]] const QRectF &plot() const { return m_plot; }

    [[nodiscard]] qreal toX(WallTime at) const;
    [[nodiscard]] qreal toY(double value) const;
    [[nodiscard]] WallTime toTime(qreal x) const;
    /// The mark within a few pixels of x.
    [[nodiscard]] const live::Mark *markAt(qreal x) const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintThresholds(QPainter &painter, const Theme &theme) const;
    void paintThresholdLabels(QPainter &painter, const Theme &theme) const;
    void paintTraces(QPainter &painter, const Theme &theme, qreal pixelRatio) const;
    void paintMarks(QPainter &painter, const Theme &theme) const;

    QRectF m_plot;
    const live::ChartData *m_data = nullptr;
    ValueSpan m_span;
    std::vector<Threshold> m_thresholds;
    std::set<std::string> m_hidden;
    bool m_isStale = false;
};

} // namespace pult::widgets
