// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "console/widgets/axistexts.h"
#include "console/widgets/chartscale.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

/// The labels at the left of a plot. GUI thread.
class ChartValueAxis final : public QGraphicsItem {
public:
    explicit ChartValueAxis(QGraphicsItem *parent);

    /// Left of the plot.
    [[nodiscard]] int width() const;
    [[nodiscard]] int labelHeight() const;
    void setPlot(const QRectF &plot);
    void show(const std::vector<Tick> &ticks, ValueSpan span);
    void dress(const Theme &theme, const QFont &font);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Label {
        double level = 0; ///< Share of the plot's height, from its bottom.
        QStaticText text;
    };

    void layOut();

    QRectF m_plot;
    std::vector<Tick> m_ticks;
    ValueSpan m_span;
    std::vector<Label> m_labels;
    std::shared_ptr<AxisTexts> m_texts = AxisTexts::shared();
    QFont m_font;
    QColor m_color;
};

} // namespace pult::widgets
