// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/families.h"

namespace pult::service {

prometheus::MetricFamily gaugeFamily(std::string name, std::string help, double value)
{
    prometheus::ClientMetric sample;
    sample.gauge.value = value;
    return {std::move(name), std::move(help), prometheus::MetricType::Gauge, {std::move(sample)}};
}

prometheus::MetricFamily counterFamily(std::string name, std::string help, double value)
{
    prometheus::ClientMetric sample;
    sample.counter.value = value;
    return {std::move(name), std::move(help), prometheus::MetricType::Counter, {std::move(sample)}};
}

} // namespace pult::service
