// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractButton>

#include "console/models/format.h"
#include "console/widgets/statusmark.h"

namespace pult::widgets {

/// What a tile shows at one moment. A value.
struct TileReading {
    std::optional<double> value; ///< Empty: not known, shown as a dash.
    QString text; ///< Instead of the formatted value, e.g. "18/20".
    std::vector<double> trend; ///< One value a second, oldest first, NaN for gaps.
};

/// One figure at a glance: title, value with unit, target, trend. Keyboard and mouse click it like
/// a button. A value that misses its target carries a warning mark; a stale one is grey.
/// GUI thread.
class Tile final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Tile(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setUnit(models::Unit unit);
    /// The value should stay below; shown as "< 200 ms". Empty: no target.
    void setTarget(std::optional<double> below);
    void setReading(TileReading reading);
    void setStale(bool isStale);

    [[nodiscard]] const TileReading &reading() const { return m_reading; }
    [[nodiscard]] bool isStale() const { return m_isStale; }
    [[nodiscard]] bool missesTarget() const;
    /// "Throughput: 128 /s", as a screen reader says it.
    [[nodiscard]] QString spokenText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] models::Figure shownFigure() const;
    [[nodiscard]] QString targetText() const;
    [[nodiscard]] QFont valueFont() const;
    [[nodiscard]] QFont smallFont() const;
    void paintFrame(QPainter &painter) const;
    void paintTitle(QPainter &painter, const QRect &line) const;
    void paintValue(QPainter &painter, const QRect &line) const;
    void refreshAccessibleName();

    QString m_title;
    models::Unit m_unit = models::Unit::count;
    std::optional<double> m_target;
    TileReading m_reading;
    bool m_isStale = false;
};

} // namespace pult::widgets
