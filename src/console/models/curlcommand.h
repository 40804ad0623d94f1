// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "console/live/service.h"

namespace pult::models {

/// The shell command that submits the same job. The token stands in it as $PULT_TOKEN, never as
/// itself.
[[nodiscard]] QString curlCommand(const live::ServiceAddress &address, const contract::Job &job);

/// The request that a job was made from.
[[nodiscard]] contract::GenerateRequest requestOf(const contract::Job &job);

} // namespace pult::models
