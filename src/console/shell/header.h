// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "base/clock.h"

class QLabel;

namespace pult::live {
class Service;
}

namespace pult::widgets {
class StatusMark;
}

namespace pult::shell {

/// The shown service at a glance: name, status with its reasons, queue, slots, age of the data.
/// GUI thread.
class Header final : public QWidget {
    Q_OBJECT
public:
    /// The clock must outlive the header.
    explicit Header(const Clock &clock, QWidget *parent = nullptr);

    void setService(live::Service *service);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshAge();

    const Clock &m_clock;
    QPointer<live::Service> m_service;
    QTimer m_aging; ///< Data grow old although nothing arrives.
    QLabel *m_name;
    widgets::StatusMark *m_mark;
    QLabel *m_status;
    QLabel *m_demo;
    QLabel *m_load;
    QLabel *m_age;
};

} // namespace pult::shell
