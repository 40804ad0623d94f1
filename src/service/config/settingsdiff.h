// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "contract/config.h"
#include "service/config/settings.h"

namespace pult::service {

/// Every setting that differs, in the order of their description.
[[nodiscard]] std::vector<contract::SettingChange> changesBetween(
    const Settings &before, const Settings &after);

} // namespace pult::service
