// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "base/error.h"
#include "base/walltime.h"

namespace pult::live {
class Service;
}

namespace pult::shell {

/// The window as it is drawn now, as PNG. Errors: io.
[[nodiscard]] Result<void> saveScreenshot(QWidget &window, const QString &file);

/// Waits until a service has been live for a while, then says so once; or that it did not become
/// live in time. GUI thread.
class LiveWait final : public QObject {
    Q_OBJECT
public:
    LiveWait(Seconds after, Seconds limit, QObject *parent = nullptr);

    /// May come later than the waiting begins.
    void watch(live::Service *service);
    /// Why the service cannot come, in place of waiting for the limit.
    void giveUp(const Error &reason);

Q_SIGNALS:
    void reached();
    void missed(const pult::Error &reason);

private:
    void look();

    QTimer m_after;
    QTimer m_limit;
    QPointer<live::Service> m_service;
};

} // namespace pult::shell
