// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractButton>

namespace pult::widgets {

/// One trace in a legend: a line of its colour, its title, its value. Checked: the trace is shown.
/// GUI thread.
class LegendEntry final : public QAbstractButton {
    Q_OBJECT
public:
    LegendEntry(QString name, QWidget *parent);

    void setTitle(const QString &title);
    /// The entry widens for the longest value seen, so that its neighbours don't dance.
    void setValue(const QString &value);
    /// In the palette; none: by its name.
    void setPlace(std::optional<std::size_t> place);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_value;
    std::optional<std::size_t> m_place;
    int m_valueWidth = 0;
};

} // namespace pult::widgets
