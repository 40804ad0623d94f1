// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace pult::telemetry {

/// A series of one target: numbered from 0 in the order of first sight, for good.
using SeriesIndex = std::uint32_t;

} // namespace pult::telemetry
