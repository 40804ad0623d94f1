// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string_view>
#include <unordered_map>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include "base/walltime.h"
#include "service/http/message.h"

namespace pult::service {

/// pult_http_* and pult_rate_limited_total. Any thread. Lives as long as the registry.
class HttpMetrics {
public:
    /// The route of a request that matched none, or that could not be read.
    static constexpr std::string_view kNoRoute = "none";

    explicit HttpMetrics(prometheus::Registry &registry);

    void answered(std::string_view route, Method method, unsigned status);
    void took(std::string_view route, Seconds length);
    void limited(LimitRule rule);
    void opened() { m_connections.Increment(); }
    void closed() { m_connections.Decrement(); }

private:
    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_durations;
    prometheus::Family<prometheus::Counter> &m_limited;
    prometheus::Gauge &m_connections;
};

} // namespace pult::service
