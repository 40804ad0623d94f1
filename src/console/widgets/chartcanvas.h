// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QtCharts/QChartView>

#include "console/widgets/chartgroup.h"
#include "console/widgets/chartlayer.h"
#include "console/widgets/charttimeaxis.h"
#include "console/widgets/chartvalueaxis.h"

namespace pult::widgets {

class ChartCursor;

/// The plot of a ChartView: QChart gives value axis and layout, own items draw the rest.
/// Mouse: move for the crosshair, drag to zoom, double click to return, wheel to zoom time.
/// Keys: left and right move the crosshair, plus and minus zoom, Escape returns. GUI thread.
class ChartCanvas final : public QChartView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget *parent = nullptr);

    /// The group must outlive the canvas.
    void setGroup(ChartGroup *group);
    void setUnit(models::Unit unit);
    void setThresholds(std::vector<Threshold> thresholds);
    void setHidden(std::set<std::string> names);
    void setStale(bool isStale);
    void setEmptyText(const QString &text);
    void setData(live::ChartData data);
    void clear();

    [[nodiscard]] const live::ChartData &data() const { return m_data; }
    [[nodiscard]] bool hasData() const;
    [[nodiscard]] QRectF plotArea() const;
    /// Where the crosshair stands within the shown range, 0..1.
    [[nodiscard]] std::optional<double> crosshairShare() const;

Q_SIGNALS:
    void plotWidthChanged();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void dress();
    void followPlotArea(const QRectF &plot);
    void layOutAxes();
    void layOutMargins();
    void showCrosshair();
    bool takeKey(int key);
    void stepCrosshair(int columns);
    [[nodiscard]] ValueSpan shownValues() const;

    ChartGroup *m_group = nullptr;
    ChartValueAxis *m_valueAxis;
    ChartTimeAxis *m_timeAxis;
    ChartLayer *m_layer;
    ChartCursor *m_cursor;
    live::ChartData m_data;
    models::Unit m_unit = models::Unit::count;
    AxisTop m_axisTop;
    AxisTop m_axisDepth; ///< Below zero.
    ValueSpan m_span;
    std::set<std::string> m_hidden;
    QString m_emptyText;
    std::optional<qreal> m_dragStart;
};

} // namespace pult::widgets
