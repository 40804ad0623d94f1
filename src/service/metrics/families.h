// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <prometheus/metric_family.h>

namespace pult::service {

/// A family of one sample without labels, for sources that read a figure when they are asked.
[[nodiscard]] prometheus::MetricFamily gaugeFamily(
    std::string name, std::string help, double value);
[[nodiscard]] prometheus::MetricFamily counterFamily(
    std::string name, std::string help, double value);

} // namespace pult::service
