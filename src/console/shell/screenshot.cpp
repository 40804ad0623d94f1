// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/screenshot.h"

#include <QPixmap>

#include "console/live/service.h"

namespace pult::shell {
namespace {

std::chrono::milliseconds inMilliseconds(Seconds length)
{
    return std::chrono::ceil<std::chrono::milliseconds>(length);
}

} // namespace

Result<void> saveScreenshot(QWidget &window, const QString &file)
{
    if (window.grab().save(file, "PNG"))
        return {};
    return fail(ErrorCode::io, "cannot write the picture to " + file.toStdString());
}

LiveWait::LiveWait(Seconds after, Seconds limit, QObject *parent)
    : QObject(parent)
{
    m_after.setSingleShot(true);
    m_after.setInterval(inMilliseconds(after));
    m_limit.setSingleShot(true);
    m_limit.setInterval(inMilliseconds(limit));
    connect(&m_after, &QTimer::timeout, this, &LiveWait::reached);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const bool knowsWhy = m_service && m_service->state().problem;
        giveUp(knowsWhy
                ? *m_service->state().problem
                : fail(ErrorCode::deadlineExceeded, "the service gave no answer in time").value());
    });
    m_limit.start();
}

void LiveWait::watch(live::Service *service)
{
    if (!service || service == m_service)
        return;
    m_service = service;
    connect(service, &live::Service::stateChanged, this, &LiveWait::look);
    look();
}

void LiveWait::giveUp(const Error &reason)
{
    m_limit.stop();
    m_after.stop();
    Q_EMIT missed(reason);
}

void LiveWait::look()
{
    const live::Connection connection = m_service->state().connection;
    if (connection == live::Connection::refused && m_limit.isActive())
        giveUp(m_service->state().problem.value_or(
            fail(ErrorCode::forbidden, "the service refuses this token").value()));
    else if (connection == live::Connection::live && m_limit.isActive()) {
        m_limit.stop();
        m_after.start();
    }
}

} // namespace pult::shell
