// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/httpmetrics.h"

#include "contract/codec.h"

namespace pult::service {

namespace {

const prometheus::Histogram::BucketBoundaries kBounds{
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10};

} // namespace

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
{
}

void HttpMetrics::answered(std::string_view route, Method method, unsigned status)
{
    m_requests
        .Add({{"route", std::string(route)}, {"method", std::string(contract::nameOf(method))},
            {"code", std::to_string(status)}})
        .Increment();
}

void HttpMetrics::took(std::string_view route, Seconds length)
{
    m_durations.Add({{"route", std::string(route)}}, kBounds).Observe(length.count());
}

void HttpMetrics::limited(LimitRule rule)
{
    m_limited.Add({{"rule", std::string(nameOf(rule))}}).Increment();
}

} // namespace pult::service
