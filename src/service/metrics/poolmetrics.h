// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include "base/walltime.h"

namespace pult::service {

/// How a pool stood when its owner last said so.
struct PoolState {
    std::size_t capacity = 0;
    std::size_t inUse = 0;
    std::size_t waiting = 0;
    bool operator==(const PoolState &) const = default;
};

/// The pult_pool_* series of one pool. Any thread.
class PoolMetrics {
public:
    PoolMetrics(prometheus::Registry &registry, const std::string &pool);

    void set(std::size_t capacity, std::size_t inUse, std::size_t waiting) const;
    /// The same of a pool of one place that is taken for moments: how much of its time it was.
    void setShare(double share, std::size_t waiting) const;
    [[nodiscard]] PoolState state() const;
    /// How long somebody waited for a place.
    void acquired(Seconds waited) const;
    /// Somebody waited in vain.
    void timedOut() const;

private:
    prometheus::Gauge &m_capacity;
    prometheus::Gauge &m_inUse;
    prometheus::Gauge &m_waiting;
    prometheus::Histogram &m_acquire;
    prometheus::Counter &m_timeouts;
};

} // namespace pult::service
