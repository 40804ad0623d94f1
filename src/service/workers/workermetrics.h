// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <prometheus/counter.h>

#include "service/metrics/poolmetrics.h"
#include "service/workers/board.h"

namespace pult::service {

/// The series of jobs, queue, slots and provider. Any thread.
class WorkerMetrics {
public:
    explicit WorkerMetrics(prometheus::Registry &registry);

    void submitted(contract::Kind kind);
    /// A job began to run after that wait in the queue.
    void started(contract::Kind kind, Seconds waited);
    /// An attempt took that long.
    void ran(contract::Kind kind, Seconds length);
    /// A job reached a final state.
    void finished(contract::Kind kind, contract::JobState outcome, std::int64_t count = 1);
    void providerCalled(
        std::string_view provider, const Result<void> &outcome, Seconds length) const;

    /// Brings the gauges up to date.
    void refresh(const contract::QueueReport &queue);

private:
    struct KindSeries {
        KindSeries(prometheus::Registry &registry, contract::Kind kind);

        prometheus::Counter &submitted;
        prometheus::Histogram &wait;
        prometheus::Histogram &run;
        prometheus::Gauge &depth;
        prometheus::Gauge &oldestWait;
        prometheus::Gauge &busy;
        prometheus::Gauge &idle;
        PoolMetrics pool;
    };

    [[nodiscard]] KindSeries &seriesOf(contract::Kind kind);

    prometheus::Family<prometheus::Counter> &m_finished;
    prometheus::Family<prometheus::Counter> &m_providerRequests;
    prometheus::Family<prometheus::Histogram> &m_providerDuration;
    std::array<KindSeries, contract::kAllKinds.size()> m_kinds;
};

} // namespace pult::service
