// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <prometheus/metric_family.h>

namespace pult::service {

/// The families as OpenMetrics 1.0 text. What differs from Prometheus text 0.0.4: a counter's
/// family is named without the "_total" that its samples carry, help texts escape quotes, and "#
/// EOF" says that nothing was cut off. Any thread.
[[nodiscard]] std::string openMetricsText(std::vector<prometheus::MetricFamily> families);

} // namespace pult::service
