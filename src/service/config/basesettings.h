// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "service/config/settingsenvironment.h"

namespace pult::service {

/// Where a value comes from; each wins over the one before.
enum class SettingOrigin { builtIn, file, environment, api };

/// "default", "file", "environment", "api"
[[nodiscard]] std::string_view nameOf(SettingOrigin origin);

/// The settings of a service on which nobody has changed anything by API, and what made them.
struct BaseSettings {
    Settings settings;
    boost::json::object file; ///< Merge patch.
    boost::json::object environment; ///< Merge patch.
};

/// The program's defaults below the file below the environment. Errors: those of both.
[[nodiscard]] Result<BaseSettings> readBaseSettings(
    const std::optional<std::filesystem::path> &file, const Environment &environment);

/// {group: {name: origin}} of every setting.
[[nodiscard]] boost::json::object originsOf(
    const BaseSettings &base, const boost::json::object &overrides);

} // namespace pult::service
