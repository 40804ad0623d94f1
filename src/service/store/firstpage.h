// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/error.h"

/// The first page of a database's file says where each table begins: without it no row is found.
namespace pult::service {

/// Whether all tables of ours are known to it, whatever state they are in.
[[nodiscard]] bool knowsTables(const std::filesystem::path &file);

/// Copies a database, and gives the copy the first page of a new one. What that says is true of the
/// old pages: tables are made in the same order in every version, SQLite leaves the beginning of a
/// table where it was made, and reads rows from before a column was added. Only the index
/// jobs_ended may begin elsewhere in a database that version 4 or older made.
/// sqlite.org/fileformat2.html, 1.3 and 2.6. The copy must not exist. Errors: io.
[[nodiscard]] Result<void> copyWithNewFirstPage(
    const std::filesystem::path &file, const std::filesystem::path &copy);

} // namespace pult::service
