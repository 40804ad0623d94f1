// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/healthmonitor.h"

#include <algorithm>

#include "base/uuid.h"
#include "contract/encodetext.h"

namespace pult::service {

namespace {

std::shared_ptr<const HealthReport> reportOf(contract::Health health, SteadyTime at)
{
    contract::Health alone;
    alone.status = health.status;
    HealthReport report;
    report.whole = contract::encodeText(health);
    report.statusAlone = contract::encodeText(alone);
    report.health = std::move(health);
    report.at = at;
    return std::make_shared<const HealthReport>(std::move(report));
}

} // namespace

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

Task<std::shared_ptr<const HealthReport>> HealthMonitor::check()
{
    const SteadyTime now = m_clock.now();
    if (auto report = m_state.with([&](State &state) { return reportOrTurn(state, now); }))
        co_return report;
    const auto report = reportOf(co_await probe(), now);
    m_state.with([&](State &state) {
        if (!state.latest || state.latest->at <= report->at)
            state.latest = report;
    });
    co_return report;
}

/// Null: it is the caller's turn to make a report.
std::shared_ptr<const HealthReport> HealthMonitor::reportOrTurn(State &state, SteadyTime now)
{
    if (state.latest) {
        const auto age = now - state.latest->at;
        const bool isBeingMade = now - state.begun < kFresh;
        if (age < kFresh || (isBeingMade && age < kStale))
            return state.latest;
    }
    state.begun = now;
    return nullptr;
}

Task<contract::Health> HealthMonitor::probe() const
{
    contract::Health health;
    health.version = PULT_VERSION;
    health.instance = m_instance;
    health.started_at = m_startedAt;
    health.uptime_s = m_clock.now() - m_began;
    health.demo = m_traffic == Traffic::demo;
    health.checks.emplace();
    for (const HealthProbe &ask : m_probes) {
        contract::HealthCheck check = co_await ask();
        health.status = std::max(health.status, check.status);
        health.checks->push_back(std::move(check));
    }
    co_return health;
}

} // namespace pult::service
