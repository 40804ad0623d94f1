// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include "base/guarded.h"
#include "service/http/routemeter.h"
#include "service/metrics/poolmetrics.h"

namespace pult::service {

/// pult_http_*, pult_rate_limited_total, and the connections as a pool named "http". Any thread.
/// Lives as long as the registry.
class HttpMetrics {
public:
    /// The route of a request that matched none, or that could not be read.
    static constexpr std::string_view kNoRoute = "none";

    explicit HttpMetrics(prometheus::Registry &registry);

    /// Lives as long as the metrics.
    [[nodiscard]] RouteMeter &meterFor(std::string_view route);
    void limited(LimitRule rule);
    void opened() { m_connections.Increment(); }
    void closed() { m_connections.Decrement(); }
    [[nodiscard]] const PoolMetrics &pool() const { return m_pool; }

private:
    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_durations;
    prometheus::Family<prometheus::Counter> &m_limited;
    prometheus::Gauge &m_connections;
    PoolMetrics m_pool;
    Guarded<std::map<std::string, RouteMeter, std::less<>>> m_meters; ///< By the route's label.
};

} // namespace pult::service
