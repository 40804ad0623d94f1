// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "service/store/sqliteconnection.h"

namespace pult::service {

enum class Thoroughness {
    quick, ///< Every page, at the speed of reading the file.
    full ///< Also that indexes and tables say the same.
};

/// What SQLite finds wrong with the file, a sentence each, the first few; nothing: it is sound.
/// Errors: io and the like: it could not be looked at.
[[nodiscard]] Result<std::vector<std::string>> findDamage(
    SqliteConnection &connection, Thoroughness thoroughness);

} // namespace pult::service
