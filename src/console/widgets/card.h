// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pult::widgets {

/// A bordered surface with round corners on the window's ground. It is opaque, and all of it but
/// the corners is filled in whole rectangles, so that what changes on it is cheap to draw. GUI
/// thread.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    /// Without ground and border, for one that stands on another.
    void setPlain();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isPlain = false;
};

} // namespace pult::widgets
