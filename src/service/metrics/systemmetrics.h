// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/collectable.h>

#include "service/metrics/cpumeter.h"

namespace pult::service {

/// process_* under the names that every client library uses, pult_host_* and pult_build_info, read
/// when asked. Any thread. The meter must outlive it.
class SystemMetrics final : public prometheus::Collectable {
public:
    explicit SystemMetrics(CpuMeter &cpu);
    [[nodiscard]] std::vector<prometheus::MetricFamily> Collect() const override;

private:
    CpuMeter &m_cpu;
};

} // namespace pult::service
