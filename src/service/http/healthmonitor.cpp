// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/healthmonitor.h"

#include <algorithm>

#include "base/uuid.h"

namespace pult::service {

HealthMonitor::HealthMonitor(const Clock &clock, Traffic traffic)
    : m_clock(clock)
    , m_traffic(traffic)
    , m_instance(toString(makeUuid(clock.wallNow())))
    , m_startedAt(clock.wallNow())
    , m_began(clock.now())
{
}

void HealthMonitor::add(HealthProbe probe)
{
    m_probes.push_back(std::move(probe));
}

Task<contract::Health> HealthMonitor::check() const
{
    contract::Health health;
    health.version = PULT_VERSION;
    health.instance = m_instance;
    health.started_at = m_startedAt;
    health.uptime_s = m_clock.now() - m_began;
    health.demo = m_traffic == Traffic::demo;
    health.checks.emplace();
    for (const HealthProbe &probe : m_probes) {
        contract::HealthCheck check = co_await probe();
        health.status = std::max(health.status, check.status);
        health.checks->push_back(std::move(check));
    }
    co_return health;
}

} // namespace pult::service
