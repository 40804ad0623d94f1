// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include "contract/cache.h"

namespace pult::service {

/// The pult_cache_* series. Any thread.
class CacheMetrics {
public:
    explicit CacheMetrics(prometheus::Registry &registry);

    void hit() const { m_hits.Increment(); }
    void missed() const { m_misses.Increment(); }
    void evicted() const { m_evictions.Increment(); }
    void expired() const { m_expirations.Increment(); }
    /// Brings the gauges up to date.
    void set(const contract::CacheStats &stats) const;

private:
    prometheus::Counter &m_hits;
    prometheus::Counter &m_misses;
    prometheus::Counter &m_evictions;
    prometheus::Counter &m_expirations;
    prometheus::Gauge &m_entries;
    prometheus::Gauge &m_bytes;
    prometheus::Gauge &m_maxBytes;
};

} // namespace pult::service
