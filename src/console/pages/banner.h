// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/card.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pult::pages {

/// A line on top of a page that says what has just happened, with what can be done about it. It is
/// hidden until something is said. GUI thread.
class Banner final : public widgets::Card {
    Q_OBJECT
public:
    enum class Tone { info, good, warning, bad };

    explicit Banner(QWidget *parent = nullptr);

    /// A button behind the text, hidden until shown; the banner owns it.
    [[nodiscard]] QPushButton *addButton(const QString &objectName);
    void say(Tone tone, const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::info;
    QHBoxLayout *m_layout;
    QLabel *m_text;
};

} // namespace pult::pages
