// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/outcomewindow.h"

#include <algorithm>

namespace pult::service {

namespace {

using contract::HealthCheck;
using contract::HealthStatus;

constexpr double kWarnRatio = 0.05;
constexpr double kFailRatio = 0.5;

Task<HealthCheck> check(const OutcomeWindow &outcomes)
{
    HealthCheck check;
    check.name = "provider";
    check.observed = outcomes.failureRatio();
    check.limit = kWarnRatio;
    check.unit = "ratio";
    if (*check.observed > kWarnRatio) {
        check.status = *check.observed > kFailRatio ? HealthStatus::fail : HealthStatus::warn;
        check.detail = "Many jobs of the last minute failed";
    }
    co_return check;
}

/// Nobody shall bring the service's health down by sending broken files.
bool isInputAtFault(const contract::Job &job)
{
    return job.error
        && (job.error->code == toString(ErrorCode::invalidArgument)
            || job.error->code == toString(ErrorCode::tooLarge));
}

} // namespace

OutcomeWindow::OutcomeWindow(const Clock &clock)
    : m_clock(clock)
{
}

void OutcomeWindow::add(const contract::Job &job)
{
    using contract::JobState;
    if (!contract::isFinal(job.state) || job.state == JobState::cancelled)
        return;
    const bool isFailure = job.state != JobState::succeeded;
    if (isFailure && isInputAtFault(job))
        return;
    m_outcomes.with([&](auto &outcomes) {
        outcomes.push_back({m_clock.now(), isFailure});
        if (outcomes.size() > kMost)
            outcomes.pop_front();
    });
}

double OutcomeWindow::failureRatio() const
{
    return m_outcomes.with([&](auto &outcomes) {
        while (!outcomes.empty() && m_clock.now() - outcomes.front().at > kLength)
            outcomes.pop_front();
        const auto failures = std::count_if(outcomes.begin(), outcomes.end(),
            [](const Outcome &outcome) { return outcome.isFailure; });
        return outcomes.empty()
            ? 0.0
            : static_cast<double>(failures) / static_cast<double>(outcomes.size());
    });
}

HealthProbe providerProbe(const OutcomeWindow &outcomes)
{
    return [&outcomes] { return check(outcomes); };
}

} // namespace pult::service
