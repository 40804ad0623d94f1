// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "console/widgets/axistexts.h"
#include "console/widgets/chartscale.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

/// The axis below a plot. An item of our own: one of QtCharts lays out each label anew, as HTML,
/// whenever the range moves, which costs more than drawing all samples. GUI thread.
class ChartTimeAxis final : public QGraphicsItem {
public:
    explicit ChartTimeAxis(QGraphicsItem *parent);

    /// Below the plot.
    [[nodiscard]] int height() const;
    void setPlot(const QRectF &plot);
    /// What moves by less than half a pixel stays where it is.
    void show(WallTime from, WallTime to);
    void dress(const Theme &theme, const QFont &font);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void layOut();

    struct Label {
        qreal x = 0; ///< Of its middle.
        QStaticText text;
    };

    QRectF m_plot;
    WallTime m_from;
    WallTime m_to;
    std::vector<Label> m_labels;
    std::shared_ptr<AxisTexts> m_texts = AxisTexts::shared();
    QFont m_font;
    QColor m_lineColor;
    QColor m_textColor;
};

} // namespace pult::widgets
