// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/sqliteconnection.h"

namespace pult::service {

/// The version of the schema that a file has; 0: it is empty. Errors: corrupt, io.
[[nodiscard]] Result<std::size_t> schemaVersion(SqliteConnection &connection);
/// That of this program.
[[nodiscard]] std::size_t currentSchema();

/// Creates the tables, or brings those of an older version up to date; the version stands in
/// PRAGMA user_version. Before that, what the older version kept is copied to FILE.vN beside the
/// file, N being its version. Errors: unsupported (written by a newer Pult), corrupt, io.
[[nodiscard]] Result<void> prepareSchema(
    SqliteConnection &connection, const std::filesystem::path &file);

} // namespace pult::service
