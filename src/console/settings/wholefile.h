// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QString>

#include "base/error.h"

namespace pult::settings {

/// Empty when there is no such file. Errors: io.
[[nodiscard]] Result<std::optional<std::string>> readWholeFile(const QString &path);

/// Replaces the file atomically, readable by its owner alone, and makes its folder when missing.
/// Errors: io.
[[nodiscard]] Result<void> writeWholeFile(const QString &path, std::string_view content);

} // namespace pult::settings
