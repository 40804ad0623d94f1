// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QGraphicsItem>
#include <QImage>

#include "console/live/chartdata.h"
#include "console/widgets/chartscale.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

/// A level worth watching, drawn as a dashed line with its label.
struct Threshold {
    double value = 0;
    QString label;
};

/// All of a plot area: its ground, level lines, thresholds, traces, marks. It is drawn into a
/// picture, at a cost per pixel column, and moving the crosshair does not draw it again. GUI
/// thread.
class ChartLayer final : public QGraphicsItem {
public:
    explicit ChartLayer(QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    void setScale(ValueSpan span, const std::vector<Tick> &levels);
    /// Null: none. It must stay until the next call.
    void setData(const live::ChartData *data);
    void setThresholds(std::vector<Threshold> thresholds);
    void setHidden(std::set<std::string> names);
    void setStale(bool isStale);
    /// Call when the theme has changed.
    void redraw();

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
    void drawPicture(qreal pixelRatio);
    void paintLevels(QPainter &painter, const Theme &theme) const;
    void paintThresholds(QPainter &painter, const Theme &theme) const;
    void paintThresholdLabels(QPainter &painter, const Theme &theme) const;
    void drawTraces(const Theme &theme, qreal pixelRatio);
    void paintMarks(QPainter &painter, const Theme &theme) const;

    QRectF m_plot;
    const live::ChartData *m_data = nullptr;
    ValueSpan m_span;
    std::vector<double> m_levels; ///< Values with a line.
    std::vector<Threshold> m_thresholds;
    std::set<std::string> m_hidden;
    bool m_isStale = false;
    QImage m_picture;
    QPoint m_corner; ///< Of the picture, in its own pixels.
    bool m_isDrawn = false;
};

} // namespace pult::widgets
