// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "service/config/settings.h"

namespace pult::service {

/// Whether the settings have what they need of each other. Errors: invalidArgument with pointers.
[[nodiscard]] Result<void> checkTogether(const Settings &settings);

} // namespace pult::service
