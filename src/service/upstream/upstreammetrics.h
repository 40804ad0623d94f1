// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/counter.h>

#include "service/metrics/poolmetrics.h"

namespace pult::service {

/// The series of the upstream client. Any thread.
class UpstreamMetrics {
public:
    explicit UpstreamMetrics(prometheus::Registry &registry);

    [[nodiscard]] const PoolMetrics &pool() const { return m_pool; }
    /// code: the answer's status, or what ended the request without one.
    void ended(const std::string &provider, const std::string &code) const;

private:
    PoolMetrics m_pool;
    prometheus::Family<prometheus::Counter> &m_requests;
};

} // namespace pult::service
