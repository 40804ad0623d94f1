// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/providerline.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <spdlog/spdlog.h>

namespace pult::service {

namespace {

constexpr Seconds kProbeTime{10};

} // namespace

ProviderLine::ProviderLine(const Clock &clock, const boost::asio::any_io_executor &executor,
    prometheus::Registry &registry, Provider &provider, const ProviderSettings &policy,
    std::function<void()> changed)
    : m_clock(clock)
    , m_provider(provider)
    , m_breaker(clock, policy)
    , m_metrics(registry, std::string(provider.name()))
    , m_changed(std::move(changed))
    , m_strand(boost::asio::make_strand(executor))
    , m_timer(m_strand)
    , m_ended(m_strand)
{
}

void ProviderLine::record(const Result<void> &outcome)
{
    if (!m_breaker.record(outcome))
        return;
    tell();
    if (m_breaker.status().state == CircuitBreaker::State::open)
        boost::asio::post(m_strand, [this] { beginWatch(); });
}

void ProviderLine::apply(const ProviderSettings &policy)
{
    m_breaker.setPolicy(policy);
    boost::asio::post(m_strand, [this] {
        m_isHurried = m_isWatching;
        m_timer.cancel();
    });
}

void ProviderLine::beginWatch()
{
    if (m_isWatching || m_stop.isRequested())
        return;
    m_isWatching = true;
    boost::asio::co_spawn(m_strand, watch(), boost::asio::detached);
}

Task<> ProviderLine::watch()
{
    for (auto status = m_breaker.status();
         status.state == CircuitBreaker::State::open && !m_stop.isRequested();
         status = m_breaker.status()) {
        co_await pauseUntil(status.retryAt);
        if (m_stop.isRequested())
            break;
        const auto outcome =
            co_await m_provider.probe(Deadline::after(m_clock, kProbeTime), m_stop);
        if (!m_stop.isRequested() && m_breaker.recordProbe(outcome))
            tell();
    }
    m_isWatching = false;
    m_ended.cancel();
}

Task<> ProviderLine::pauseUntil(SteadyTime moment)
{
    boost::system::error_code ignored;
    m_timer.expires_after(std::max(SteadyTime::duration::zero(), moment - m_clock.now()));
    if (!std::exchange(m_isHurried, false))
        co_await m_timer.async_wait(
            boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    m_isHurried = false;
}

void ProviderLine::tell()
{
    const CircuitBreaker::Status status = m_breaker.status();
    m_metrics.show(status.state);
    if (status.state == CircuitBreaker::State::open)
        spdlog::warn("Provider {} is down: {}", m_provider.name(), status.reason);
    else if (status.state == CircuitBreaker::State::trying)
        spdlog::info("Provider {} answers again; one job tries it", m_provider.name());
    else
        spdlog::info("Provider {} works again", m_provider.name());
    m_changed();
}

Task<> ProviderLine::stop()
{
    co_await boost::asio::co_spawn(m_strand, stopWatch(), boost::asio::use_awaitable);
}

Task<bool> ProviderLine::stopWatch()
{
    m_stop.request();
    m_timer.cancel();
    while (m_isWatching) {
        boost::system::error_code ignored;
        m_ended.expires_at(SteadyTime::max());
        co_await m_ended.async_wait(
            boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    }
    co_return true;
}

} // namespace pult::service
