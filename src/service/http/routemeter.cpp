// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/routemeter.h"

#include "contract/codec.h"

namespace pult::service {

namespace {

const prometheus::Histogram::BucketBoundaries kBounds{
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10};

/// Looking up twice at one moment does no harm: a family answers the same series.
template <class Series, class LookUp>
Series &foundOnce(std::atomic<Series *> &place, LookUp lookUp)
{
    Series *series = place.load(std::memory_order_acquire);
    if (!series) {
        series = &lookUp();
        place.store(series, std::memory_order_release);
    }
    return *series;
}

} // namespace

RouteMeter::RouteMeter(std::string_view route, prometheus::Family<prometheus::Counter> &requests,
    prometheus::Family<prometheus::Histogram> &durations)
    : m_route(route)
    , m_requests(requests)
    , m_durations(durations)
{
}

prometheus::Counter &RouteMeter::counterFor(Method method, unsigned status) const
{
    return m_requests.Add({{"route", m_route}, {"method", std::string(contract::nameOf(method))},
        {"code", std::to_string(status)}});
}

void RouteMeter::answered(Method method, unsigned status)
{
    const auto place = placeOf(status);
    if (!place)
        return counterFor(method, status).Increment();
    auto &kept = m_counters[static_cast<std::size_t>(method) * kStatuses + *place];
    foundOnce(
        kept, [&]() -> auto & { return counterFor(method, status); })
        .Increment();
}

void RouteMeter::took(Seconds length)
{
    foundOnce(
        m_histogram,
        [&]() -> auto & {
            return m_durations.Add({{"route", m_route}}, kBounds);
        })
        .Observe(length.count());
}

} // namespace pult::service
