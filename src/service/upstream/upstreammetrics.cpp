// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/upstreammetrics.h"

namespace pult::service {

UpstreamMetrics::UpstreamMetrics(prometheus::Registry &registry)
    : m_pool(registry, "upstream")
    , m_requests(prometheus::BuildCounter()
                     .Name("pult_upstream_requests_total")
                     .Help("HTTP requests to providers, by status or by what ended them.")
                     .Register(registry))
{
}

void UpstreamMetrics::ended(const std::string &provider, const std::string &code) const
{
    m_requests.Add({{"provider", provider}, {"code", code}}).Increment();
}

} // namespace pult::service
