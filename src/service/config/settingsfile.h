// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "service/config/settings.h"

namespace pult::service {

/// The settings that a TOML file sets, as a merge patch: a table a group ("[workers]" and below it
/// "image = 8"). Errors: io, invalidArgument with what is wrong in it.
[[nodiscard]] Result<boost::json::object> readSettingsFile(const std::filesystem::path &file);
/// The same of a text. Errors: invalidArgument.
[[nodiscard]] Result<boost::json::object> settingsFromToml(const std::string &text);

} // namespace pult::service
