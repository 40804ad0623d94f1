// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"

/// A database as files, for when nobody has it open: itself, its log and the log's index.
namespace pult::service {

[[nodiscard]] std::filesystem::path withSuffix(
    const std::filesystem::path &file, std::string_view suffix);

/// With its log, which holds what was committed last. The copy must not exist. Errors: io.
[[nodiscard]] Result<void> copyDatabase(
    const std::filesystem::path &file, const std::filesystem::path &copy);
/// That there is none is no error. Errors: io.
[[nodiscard]] Result<void> removeDatabase(const std::filesystem::path &file);

/// As the file system's error says of the file. Errors: io.
[[nodiscard]] Result<void> doneUnless(
    const std::error_code &error, const std::filesystem::path &file);

} // namespace pult::service
