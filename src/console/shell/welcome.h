// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "console/live/localservice.h"

class QLabel;
class QPushButton;

namespace pult::shell {

/// What the window shows while there is no service: the two ways to one. GUI thread.
class Welcome final : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(QWidget *parent = nullptr);

    void setBuiltIn(live::LocalService::State state);

Q_SIGNALS:
    void connectRequested();
    void startRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_connect;
    QPushButton *m_start;
    live::LocalService::State m_builtIn = live::LocalService::State::stopped;
};

} // namespace pult::shell
