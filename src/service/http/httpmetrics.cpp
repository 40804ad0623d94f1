// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/httpmetrics.h"

namespace pult::service {

HttpMetrics::HttpMetrics(prometheus::Registry &registry)
    : m_requests(prometheus::BuildCounter()
                     .Name("pult_http_requests_total")
                     .Help("Requests answered.")
                     .Register(registry))
    , m_durations(
          prometheus::BuildHistogram()
              .Name("pult_http_request_duration_seconds")
              .Help("From the request read whole to the answer ready; without the time that "
                    "a client asked to wait (?wait=, /events).")
              .Register(registry))
    , m_limited(prometheus::BuildCounter()
                    .Name("pult_rate_limited_total")
                    .Help("Requests refused by a rate limit.")
                    .Register(registry))
    , m_connections(prometheus::BuildGauge()
                        .Name("pult_http_connections")
                        .Help("Connections open now.")
                        .Register(registry)
                        .Add({}))
    , m_pool(registry, "http")
{
}

RouteMeter &HttpMetrics::meterFor(std::string_view route)
{
    return *m_meters.with([&](auto &meters) {
        return &meters.try_emplace(std::string(route), route, m_requests, m_durations)
                    .first->second;
    });
}

void HttpMetrics::limited(LimitRule rule)
{
    m_limited.Add({{"rule", std::string(nameOf(rule))}}).Increment();
}

} // namespace pult::service
