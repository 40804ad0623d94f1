// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pult::widgets {

/// One trace in a legend: a line of its colour, its title, its value. Checked: the trace is shown.
/// GUI thread.
class LegendEntry final : public QAbstractButton {
    Q_OBJECT
public:
    LegendEntry(const QString &name, QWidget *parent);

    void setTitle(const QString &title);
    /// The entry widens for the longest value seen, so that its neighbours don't dance.
    void setValue(const QString &value);
    /// Of its colour in Theme::data.
    void setPlace(std::size_t place);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    std::size_t m_place = 0;
    int m_valueWidth = 0;
};

} // namespace pult::widgets
