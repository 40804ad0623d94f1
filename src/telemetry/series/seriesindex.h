// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace pult::telemetry {

/// A series of one target: numbered from 0 in the order of first sight, for good.
using SeriesIndex = std::uint32_t;

/// The value of a series at a time when it has none.
inline constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();

} // namespace pult::telemetry
