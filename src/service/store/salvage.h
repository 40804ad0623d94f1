// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

namespace pult::service {

/// What of one table could be read, in rows.
struct SalvagedTable {
    std::string name;
    std::int64_t recovered = 0;
    std::int64_t lost = 0; ///< As far as indexes and gaps in numbers tell of them.
};

/// Makes a new database of every row of a damaged one that can be read and understood. SQLite reads
/// a table in order up to a page that is damaged; so each is read from both ends, and what lies
/// between is looked up row by row, by the keys that its indexes know. Jobs that no way leads to
/// are looked for in the pages. Where the tables begin is known also when the page that says so is
/// lost; that takes room for another copy. The new file must not exist.
/// Errors: unsupported (a newer version wrote it), those of opening the two.
[[nodiscard]] Result<std::vector<SalvagedTable>> salvage(
    const std::filesystem::path &damaged, const std::filesystem::path &fresh);

} // namespace pult::service
