// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <string>
#include <string_view>

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>

#include "service/http/httpstatus.h"
#include "service/http/message.h"

namespace pult::service {

/// The requests of one route. Each of its series is looked up once, with the first request that it
/// counts. Any thread. The families must outlive it.
class RouteMeter {
public:
    /// The route is the label: a template, never an address.
    RouteMeter(std::string_view route, prometheus::Family<prometheus::Counter> &requests,
        prometheus::Family<prometheus::Histogram> &durations);

    [[nodiscard]] const std::string &route() const { return m_route; }
    void answered(Method method, unsigned status);
    void took(Seconds length);

private:
    [[nodiscard]] prometheus::Counter &counterFor(Method method, unsigned status) const;

    std::string m_route;
    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_durations;
    std::array<std::atomic<prometheus::Counter *>, kMethods * kStatuses> m_counters{};
    std::atomic<prometheus::Histogram *> m_histogram = nullptr;
};

} // namespace pult::service
