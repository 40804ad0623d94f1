// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "service/store/sqlitequery.h"

namespace pult::service {

/// How the rows of one table are taken over from a damaged database. A query made from a statement
/// here must end before the plan does.
struct SalvagePlan {
    enum class Source { damaged, fresh };
    /// Keys of rows that there should be.
    struct Lead {
        Source source;
        std::string statement;
    };

    std::string name;
    std::string ascending; ///< All rows, from one end,
    std::string descending; ///< and from the other.
    std::string one; ///< The row of a key.
    std::string insertion; ///< Takes a row of these three.
    std::vector<Lead> leads;
    /// Answers what is bound to it, as a row of those; empty: records of pages are not looked for.
    std::string literal;
    bool (*isUnderstood)(const SqliteQuery &row) = nullptr;
    /// Of a lead's row, for telling keys apart.
    std::string (*keyText)(const SqliteQuery &key) = nullptr;
};

/// For every table, of a database with that version of the schema, into one with this program's.
[[nodiscard]] std::vector<SalvagePlan> salvagePlans(std::size_t version);

} // namespace pult::service
