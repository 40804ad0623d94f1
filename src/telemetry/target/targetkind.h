// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum.hpp>

namespace pult::telemetry {

/// What a watched address offers.
BOOST_DEFINE_ENUM_CLASS(TargetKind,
    service, ///< The ops contract.
    metrics, ///< A page of Prometheus metrics alone.
    json) ///< A JSON document with numbers in it.

} // namespace pult::telemetry
