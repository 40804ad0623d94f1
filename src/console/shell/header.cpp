// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/header.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>

#include "console/live/service.h"
#include "console/models/format.h"
#include "console/widgets/servicestatus.h"

namespace pult::shell {
namespace {

using widgets::kGrid;

constexpr std::chrono::milliseconds kAgeStep{500};

QString loadText(const live::ServiceState &state)
{
    const auto queued = state.latest(live::signal::kQueued);
    const auto running = state.latest(live::signal::kRunning);
    const auto capacity = state.latest(live::signal::kSlots);
    QStringList parts;
    if (queued)
        parts << Header::tr("queue %1").arg(models::formatNumber(*queued));
    if (running && capacity)
        parts << Header::tr("%1/%2 slots")
                     .arg(models::formatNumber(*running), models::formatNumber(*capacity));
    return parts.join(QStringLiteral(" · "));
}

QLabel *addLabel(QHBoxLayout &layout, const QString &objectName, const QString &role)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setProperty("role", role);
    layout.addWidget(label);
    return label;
}

} // namespace

Header::Header(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_mark(new widgets::StatusMark(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    m_name = addLabel(*layout, QStringLiteral("serviceName"), QStringLiteral("title"));
    m_name->setTextFormat(Qt::PlainText);
    layout->addSpacing(kGrid);
    layout->addWidget(m_mark);
    m_status = addLabel(*layout, QStringLiteral("serviceStatus"), {});
    m_demo = addLabel(*layout, QStringLiteral("demoBadge"), QStringLiteral("badge"));
    layout->addStretch();
    m_load = addLabel(*layout, QStringLiteral("serviceLoad"), {});
    layout->addSpacing(kGrid);
    m_age = addLabel(*layout, QStringLiteral("dataAge"), QStringLiteral("muted"));
    connect(&m_aging, &QTimer::timeout, this, &Header::refreshAge);
    m_aging.start(kAgeStep);
    refresh();
}

void Header::setService(live::Service *service)
{
    if (m_service)
        disconnect(m_service, nullptr, this, nullptr);
    m_service = service;
    if (service)
        connect(service, &live::Service::stateChanged, this, &Header::refresh);
    refresh();
}

void Header::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void Header::refresh()
{
    setVisible(m_service != nullptr);
    if (!m_service)
        return;
    const live::ServiceState &state = m_service->state();
    const widgets::ServiceStatus status = widgets::statusOf(state);
    m_name->setText(QString::fromStdString(m_service->address().name));
    m_mark->setStatus(status.status);
    m_mark->setToolTip(status.reasons);
    m_status->setText(status.title);
    m_status->setToolTip(status.reasons);
    m_demo->setText(tr("Demo traffic"));
    m_demo->setToolTip(tr("A built-in client sends the load that you see"));
    m_demo->setVisible(state.health && state.health->demo.value_or(false));
    m_load->setText(loadText(state));
    m_load->setEnabled(state.connection == live::Connection::live);
    refreshAge();
}

void Header::refreshAge()
{
    if (!m_service)
        return;
    const auto &dataAt = m_service->state().dataAt;
    m_age->setVisible(dataAt.has_value());
    if (!dataAt)
        return;
    const Seconds age = std::max<std::chrono::milliseconds>(m_clock.wallNow() - *dataAt, {});
    m_age->setText(models::formatAge(age));
    m_age->setToolTip(tr("The newest figures are from %1 (%2)")
                          .arg(models::formatTimeOfDay(*dataAt), models::formatUtc(*dataAt)));
}

} // namespace pult::shell
