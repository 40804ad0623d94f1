// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cache/cachemetrics.h"

namespace pult::service {

namespace {

prometheus::Counter &cacheCounter(prometheus::Registry &registry, const char *name,
    const char *help, const prometheus::Labels &labels = {})
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add(labels);
}

prometheus::Counter &dropCounter(prometheus::Registry &registry, const char *reason)
{
    return cacheCounter(registry, "pult_cache_evictions_total",
        "Results dropped from the cache, by why.", {{"reason", reason}});
}

prometheus::Gauge &cacheGauge(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

} // namespace

CacheMetrics::CacheMetrics(prometheus::Registry &registry)
    : m_hits(cacheCounter(registry, "pult_cache_hits_total", "Lookups that found a result."))
    , m_misses(cacheCounter(registry, "pult_cache_misses_total", "Lookups that found none."))
    , m_evictions(dropCounter(registry, "size"))
    , m_expirations(dropCounter(registry, "age"))
    , m_entries(cacheGauge(registry, "pult_cache_entries", "Results that are cached now."))
    , m_bytes(cacheGauge(registry, "pult_cache_bytes", "Memory that the cached results take."))
    , m_maxBytes(cacheGauge(registry, "pult_cache_max_bytes", "Memory that they may take."))
{
}

void CacheMetrics::set(const contract::CacheStats &stats) const
{
    m_entries.Set(static_cast<double>(stats.entries));
    m_bytes.Set(static_cast<double>(stats.bytes));
    m_maxBytes.Set(static_cast<double>(stats.max_bytes));
}

} // namespace pult::service
