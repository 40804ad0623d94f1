// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

/// Files that only their owner may read (mode 0600). Any thread.
namespace pult::service {

/// Replaces the file as a whole; on disk when it answers. Errors: io.
[[nodiscard]] Result<void> writePrivateFile(
    const std::filesystem::path &file, std::string_view content);

/// Errors: io, notFound.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path &file);

} // namespace pult::service
