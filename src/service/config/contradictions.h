// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "service/config/settings.h"

namespace pult::service {

/// Settings that are valid each but cannot work together, a sentence each, with both values and
/// where they come from. Origins: as originsOf() answers.
[[nodiscard]] std::vector<std::string> contradictionsIn(
    const Settings &settings, const boost::json::object &origins);

} // namespace pult::service
