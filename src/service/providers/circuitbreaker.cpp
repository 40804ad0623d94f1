// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/circuitbreaker.h"

#include <algorithm>
#include <cmath>

namespace pult::service {

namespace {

/// A provider that asks for more patience than this is asked all the same.
constexpr Seconds kMostPatience{3600};

} // namespace

CircuitBreaker::CircuitBreaker(const Clock &clock, const ProviderSettings &policy)
    : m_clock(clock)
{
    setPolicy(policy);
}

void CircuitBreaker::setPolicy(const ProviderSettings &policy)
{
    m_inside.with([&](Inside &inside) { inside.policy = policy; });
}

ProviderGate::Pass CircuitBreaker::tryPass()
{
    return m_inside.with([](Inside &inside) -> ProviderGate::Pass {
        const bool isClosed = inside.status.state == State::closed;
        if (inside.status.state == State::open || (!isClosed && !inside.attempt.expired()))
            return nullptr;
        ProviderGate::Pass pass = std::make_shared<char>();
        if (!isClosed)
            inside.attempt = pass;
        return pass;
    });
}

bool CircuitBreaker::mayPass() const
{
    return m_inside.with([](const Inside &inside) {
        return inside.status.state == State::closed
            || (inside.status.state == State::trying && inside.attempt.expired());
    });
}

bool CircuitBreaker::record(const Result<void> &outcome)
{
    using OfProvider = Verdict::Provider;
    const OfProvider verdict = outcome ? OfProvider::works : verdictOn(outcome.error()).provider;
    return m_inside.with([&](Inside &inside) {
        if (verdict == OfProvider::unknown)
            return false;
        if (inside.status.state == State::closed)
            inside.outcomes.add(m_clock.now(), verdict != OfProvider::works);
        return verdict == OfProvider::works ? succeed(inside) : fail(inside, outcome.error());
    });
}

bool CircuitBreaker::succeed(Inside &inside)
{
    Status &status = inside.status;
    if (status.state == State::open && inside.isUnsteady)
        return false;
    inside.openings = 0;
    status.failures = 0;
    return std::exchange(status.state, State::closed) != State::closed;
}

bool CircuitBreaker::fail(Inside &inside, const Error &error)
{
    Status &status = inside.status;
    ++status.failures;
    status.reason = error.detail;
    // An attempt that began before it was opened says nothing new.
    if (status.state == State::open || (status.state == State::closed && !mustOpen(inside, error)))
        return false;
    open(inside, error);
    return true;
}

bool CircuitBreaker::mustOpen(Inside &inside, const Error &error) const
{
    const bool isDown = verdictOn(error).provider == Verdict::Provider::isDown
        || inside.status.failures >= inside.policy.max_failures;
    const double ratio = inside.outcomes.failureRatio(m_clock.now()).value_or(0);
    inside.isUnsteady = !isDown && ratio >= inside.policy.max_failure_ratio;
    return isDown || inside.isUnsteady;
}

void CircuitBreaker::open(Inside &inside, const Error &error)
{
    const Seconds grown = inside.policy.first_retry_s
        * std::exp2(static_cast<double>(std::min<std::int64_t>(inside.openings++, 30)));
    const Seconds asked = std::min(error.retryAfter.value_or(Seconds(0)), kMostPatience);
    const Seconds delay = std::max(std::min(grown, inside.policy.longest_retry_s), asked);
    inside.outcomes.clear();
    inside.status.state = State::open;
    inside.status.reason =
        (inside.isUnsteady ? "Too many of the latest attempts failed: " : "") + error.detail;
    inside.status.retryAt = m_clock.now() + std::chrono::duration_cast<SteadyTime::duration>(delay);
}

bool CircuitBreaker::recordProbe(const Result<void> &outcome)
{
    return m_inside.with([&](Inside &inside) {
        if (inside.status.state != State::open)
            return false;
        if (!outcome) {
            open(inside, outcome.error());
            return false;
        }
        inside.status.state = State::trying;
        return true;
    });
}

CircuitBreaker::Status CircuitBreaker::status() const
{
    return m_inside.with([](const Inside &inside) { return inside.status; });
}

} // namespace pult::service
