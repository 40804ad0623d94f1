// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "service/providers/provider.h"
#include "service/providers/providermetrics.h"

namespace pult::service {

/// One remote provider behind its circuit breaker; while that is open the provider is asked again
/// and again whether it works. Any thread. stop() must have ended before it is destroyed.
class ProviderLine {
public:
    /// changed is called, on any thread, when attempts may begin again or may no longer.
    ProviderLine(const Clock &clock, const boost::asio::any_io_executor &executor,
        prometheus::Registry &registry, Provider &provider, const ProviderSettings &policy,
        std::function<void()> changed);

    [[nodiscard]] Provider &provider() { return m_provider; }
    [[nodiscard]] CircuitBreaker &breaker() { return m_breaker; }
    [[nodiscard]] const CircuitBreaker &breaker() const { return m_breaker; }

    void record(const Result<void> &outcome);
    /// Settings have changed: a provider that is down is asked at once.
    void apply(const ProviderSettings &policy);
    Task<> stop();

private:
    void beginWatch();
    Task<> watch();
    Task<> pauseUntil(SteadyTime moment);
    Task<bool> stopWatch();
    void tell();

    const Clock &m_clock;
    Provider &m_provider;
    CircuitBreaker m_breaker;
    ProviderMetrics m_metrics;
    std::function<void()> m_changed;
    boost::asio::strand<boost::asio::any_io_executor> m_strand;

    boost::asio::steady_timer m_timer; ///< This and below: on the strand.
    boost::asio::steady_timer m_ended;
    Cancellation m_stop;
    bool m_isWatching = false;
    bool m_isHurried = false;
};

} // namespace pult::service
