// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

class QSocketNotifier;

namespace pult::shell {

/// SIGINT and SIGTERM as a Qt signal. One at a time. GUI thread.
class StopSignals final : public QObject {
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();

private:
    int m_reader = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace pult::shell
