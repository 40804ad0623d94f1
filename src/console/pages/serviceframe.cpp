// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/serviceframe.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "console/live/service.h"
#include "console/models/labels.h"
#include "console/pages/banner.h"
#include "console/widgets/servicestatus.h"
#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

using widgets::kGrid;

QString problemOf(const live::ServiceState &state)
{
    return state.problem ? models::problemText(*state.problem) : QString();
}

QLabel *makeLabel(QWidget *parent, const QString &name, const char *role)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", QLatin1String(role));
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

ServiceFrame::ServiceFrame(QWidget *parent)
    : QWidget(parent)
    , m_placeholder(new QWidget(this))
    , m_title(makeLabel(m_placeholder, QStringLiteral("placeholderTitle"), "heading"))
    , m_detail(makeLabel(m_placeholder, QStringLiteral("placeholderDetail"), "muted"))
    , m_retry(new QPushButton(m_placeholder))
    , m_stale(new Banner(this))
    , m_shown(new QWidget(this))
    , m_stack(new QStackedLayout(this))
{
    m_retry->setObjectName(QStringLiteral("retryConnection"));
    m_stale->setObjectName(QStringLiteral("staleBanner"));
    auto *centered = new QVBoxLayout(m_placeholder);
    centered->addStretch();
    centered->addWidget(m_title);
    centered->addWidget(m_detail);
    centered->addWidget(m_retry, 0, Qt::AlignHCenter);
    centered->addStretch();
    auto *column = new QVBoxLayout(m_shown);
    column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_stale);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_shown);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_service)
            m_service->refresh();
    });
    refresh();
}

void ServiceFrame::setContent(QWidget *content, Needs needs)
{
    m_needs = needs;
    m_shown->layout()->addWidget(content);
}

void ServiceFrame::setService(live::Service *service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    if (service) {
        connect(service, &live::Service::stateChanged, this, &ServiceFrame::refresh);
        connect(service, &QObject::destroyed, this, &ServiceFrame::refresh);
    }
    refresh();
}

bool ServiceFrame::isLive() const
{
    return m_service && m_service->state().connection == live::Connection::live;
}

void ServiceFrame::refresh()
{
    m_retry->setText(tr("Try now"));
    m_retry->setAccessibleName(m_retry->text());
    if (!m_service) {
        showReason(tr("No service is chosen"), tr("Choose one on the left, or add one."));
    } else if (const live::ServiceState &state = m_service->state(); !hasContent(state)) {
        showReason(silenceTitle(state), problemOf(state));
    } else {
        sayStale();
        m_stack->setCurrentWidget(m_shown);
    }
    if (isLive() != m_wasLive) {
        m_wasLive = isLive();
        Q_EMIT liveChanged(m_wasLive);
    }
}

bool ServiceFrame::hasContent(const live::ServiceState &state) const
{
    return state.dataAt || (m_needs == Needs::past && state.hasPast);
}

QString ServiceFrame::silenceTitle(const live::ServiceState &state) const
{
    const QString name = QString::fromStdString(m_service->address().name);
    return state.connection == live::Connection::connecting ? tr("Connecting to %1…").arg(name)
                                                            : tr("%1 does not answer").arg(name);
}

void ServiceFrame::showReason(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_retry->setVisible(m_service != nullptr);
    m_stack->setCurrentWidget(m_placeholder);
}

void ServiceFrame::sayStale()
{
    m_stale->setVisible(!isLive());
    if (isLive())
        return;
    const live::ServiceState &state = m_service->state();
    const QString why = state.dataAt ? widgets::staleText(state)
                                     : silenceTitle(state) + QLatin1Char(' ') + problemOf(state);
    m_stale->say(Banner::Tone::warning, why.trimmed());
}

void ServiceFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace pult::pages
