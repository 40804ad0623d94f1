// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/servicestatus.h"

#include <QCoreApplication>
#include <QStringList>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/models/servicesentence.h"

namespace pult::widgets {
namespace {

struct ServiceStatusText {
    Q_DECLARE_TR_FUNCTIONS(pult::widgets::ServiceStatus)
};

QString failedChecks(const contract::Health &health)
{
    QStringList lines;
    for (const contract::HealthCheck &check :
        health.checks.value_or(std::vector<contract::HealthCheck>{}))
        if (check.status != contract::HealthStatus::pass)
            lines << QString::fromStdString(check.name)
                    + (check.detail.empty()
                            ? QString()
                            : QStringLiteral(": ") + models::serviceSentence(check.detail));
    return lines.join(QLatin1Char('\n'));
}

ServiceStatus healthStatus(const contract::Health &health)
{
    const QString reasons = failedChecks(health);
    switch (health.status) {
    case contract::HealthStatus::pass:
        return {Status::good, ServiceStatusText::tr("Healthy"),
            ServiceStatusText::tr("Every check passes")};
    case contract::HealthStatus::warn:
        return {Status::warning, ServiceStatusText::tr("Strained"), reasons};
    case contract::HealthStatus::fail:
        break;
    }
    return {Status::bad, ServiceStatusText::tr("Failing"), reasons};
}

QString problemOf(const live::ServiceState &state)
{
    return state.problem ? models::problemText(*state.problem) : QString();
}

} // namespace

ServiceStatus statusOf(const live::ServiceState &state)
{
    switch (state.connection) {
    case live::Connection::connecting:
        return {Status::unknown, ServiceStatusText::tr("Connecting…"), problemOf(state)};
    case live::Connection::live:
        return state.health ? healthStatus(*state.health)
                            : ServiceStatus{Status::good, ServiceStatusText::tr("Answers"), {}};
    case live::Connection::stale:
        return {Status::bad, ServiceStatusText::tr("No connection"), problemOf(state)};
    case live::Connection::refused:
        return {Status::bad, ServiceStatusText::tr("Access refused"), problemOf(state)};
    case live::Connection::off:
        break;
    }
    return {Status::unknown, ServiceStatusText::tr("Off"), {}};
}

QString staleText(const live::ServiceState &state)
{
    if (state.connection == live::Connection::refused)
        return problemOf(state);
    if (state.connection != live::Connection::stale)
        return {};
    QStringList sentences{problemOf(state)};
    if (state.dataAt)
        sentences << ServiceStatusText::tr("The figures are from %1.")
                         .arg(models::formatTimeOfDay(*state.dataAt));
    if (state.nextTryAt)
        sentences << ServiceStatusText::tr("Next try at %1.")
                         .arg(models::formatTimeOfDay(*state.nextTryAt));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace pult::widgets
