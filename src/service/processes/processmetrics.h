// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <prometheus/counter.h>
#include <sys/types.h>

#include "service/metrics/poolmetrics.h"

namespace pult::service {

/// The series of the CPU processes: those of a pool named "cpu", and how the processes fare. Any
/// thread.
class ProcessMetrics {
public:
    explicit ProcessMetrics(prometheus::Registry &registry);

    void started() const { m_starts.Increment(); }
    /// A process ended amid its work.
    void crashed() const { m_crashes.Increment(); }
    void outOfMemory() const { m_outOfMemory.Increment(); }
    void killed() const { m_kills.Increment(); }
    [[nodiscard]] const PoolMetrics &pool() const { return m_pool; }
    /// What those that live and those that have ended take; call it before each scrape.
    void refresh(const std::vector<pid_t> &living) const;

private:
    PoolMetrics m_pool;
    prometheus::Counter &m_starts;
    prometheus::Counter &m_crashes;
    prometheus::Counter &m_outOfMemory;
    prometheus::Counter &m_kills;
    prometheus::Counter &m_cpu;
    prometheus::Gauge &m_memory;
};

} // namespace pult::service
