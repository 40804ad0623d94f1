// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QGraphicsItem>

namespace pult::widgets {

/// The crosshair with its time, and the selection while somebody drags. GUI thread.
class ChartCursor final : public QGraphicsItem {
public:
    explicit ChartCursor(QGraphicsItem *parent);

    void setPlot(const QRectF &plot);
    /// Empty: no crosshair.
    void setCrosshair(std::optional<qreal> x, const QString &label);
    /// Empty: no selection.
    void setSelection(std::optional<std::pair<qreal, qreal>> edges);

    [[nodiscard]] std::optional<qreal> crosshair() const { return m_x; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_plot;
    std::optional<qreal> m_x;
    QString m_label;
    std::optional<std::pair<qreal, qreal>> m_selection;
};

} // namespace pult::widgets
