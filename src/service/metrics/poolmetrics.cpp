// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/poolmetrics.h"

namespace pult::service {

namespace {

prometheus::Gauge &poolGauge(prometheus::Registry &registry, const std::string &pool,
    const std::string &name, const std::string &help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({{"pool", pool}});
}

prometheus::Histogram &acquireHistogram(prometheus::Registry &registry, const std::string &pool)
{
    static const prometheus::Histogram::BucketBoundaries kBounds{
        0.0001, 0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800};
    return prometheus::BuildHistogram()
        .Name("pult_pool_acquire_seconds")
        .Help("How long a place in the pool was waited for.")
        .Register(registry)
        .Add({{"pool", pool}}, kBounds);
}

prometheus::Counter &timeoutCounter(prometheus::Registry &registry, const std::string &pool)
{
    return prometheus::BuildCounter()
        .Name("pult_pool_timeouts_total")
        .Help("How often a place in the pool was waited for in vain.")
        .Register(registry)
        .Add({{"pool", pool}});
}

std::size_t countOf(const prometheus::Gauge &gauge)
{
    return static_cast<std::size_t>(gauge.Value());
}

} // namespace

PoolMetrics::PoolMetrics(prometheus::Registry &registry, const std::string &pool)
    : m_capacity(poolGauge(registry, pool, "pult_pool_capacity", "Places in the pool."))
    , m_inUse(poolGauge(registry, pool, "pult_pool_in_use",
          "Places taken now; of the store's writer, how much of the last second."))
    , m_waiting(poolGauge(registry, pool, "pult_pool_waiting", "Waiting for a place now."))
    , m_acquire(acquireHistogram(registry, pool))
    , m_timeouts(timeoutCounter(registry, pool))
{
}

void PoolMetrics::set(std::size_t capacity, std::size_t inUse, std::size_t waiting) const
{
    m_capacity.Set(static_cast<double>(capacity));
    m_inUse.Set(static_cast<double>(inUse));
    m_waiting.Set(static_cast<double>(waiting));
}

void PoolMetrics::setShare(double share, std::size_t waiting) const
{
    m_capacity.Set(1);
    m_inUse.Set(share);
    m_waiting.Set(static_cast<double>(waiting));
}

PoolState PoolMetrics::state() const
{
    return {countOf(m_capacity), countOf(m_inUse), countOf(m_waiting)};
}

void PoolMetrics::acquired(Seconds waited) const
{
    m_acquire.Observe(waited.count());
}

void PoolMetrics::timedOut() const
{
    m_timeouts.Increment();
}

} // namespace pult::service
