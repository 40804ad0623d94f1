// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "service/config/settings.h"

namespace pult::service {

/// What a variable is set to; none when it is not.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;

/// The settings that the environment sets, as a merge patch. Every setting has a variable of its
/// own, PULT_GROUP_NAME ("PULT_HTTP_WORKERS"); some have the name that other services know them by
/// as well ("WORKERS"), which counts when the first is not set.
/// Errors: invalidArgument, which names the variable.
[[nodiscard]] Result<boost::json::object> readSettingsEnvironment(const Environment &environment);

/// Those of the names other services know that are set, but that nothing here answers to; each with
/// the reason, as a sentence.
[[nodiscard]] std::vector<std::string> idleVariables(const Environment &environment);

/// The environment of this process.
[[nodiscard]] Environment processEnvironment();

} // namespace pult::service
