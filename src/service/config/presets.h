// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/config.h"

namespace pult::service {

/// low, medium and high load, as merge patches of the settings that exist.
[[nodiscard]] std::vector<contract::ConfigPreset> configPresets();

/// What N users at once ask for. Requires users >= 1.
[[nodiscard]] contract::ConfigAdvice configAdvice(std::int64_t users);

} // namespace pult::service
