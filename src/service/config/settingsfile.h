// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "service/config/settings.h"

namespace pult::service {

/// The defaults of a first start: those of the program, overlaid by a TOML file with a table a
/// group ("[workers]" and below it "image = 8").
/// Errors: io, invalidArgument with what is wrong in it.
[[nodiscard]] Result<Settings> readSettingsFile(const std::filesystem::path &file);

} // namespace pult::service
