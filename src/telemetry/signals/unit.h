// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum.hpp>

namespace pult::telemetry {

/// What a signal is measured in, and how people read it.
BOOST_DEFINE_ENUM_CLASS(Unit,
    count, ///< A bare number: jobs, slots.
    perSecond, seconds,
    moment, ///< Seconds since the Unix epoch, shown as date and time.
    ratio, ///< 0..1, shown in percent.
    bytes, bytesPerSecond, celsius, watts)

} // namespace pult::telemetry
