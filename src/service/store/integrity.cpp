// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/integrity.h"

namespace pult::service {

namespace {

constexpr std::string_view kQuick = "PRAGMA quick_check(10)";
constexpr std::string_view kFull = "PRAGMA integrity_check(10)";
constexpr std::string_view kSound = "ok";

} // namespace

Result<std::vector<std::string>> findDamage(SqliteConnection &connection, Thoroughness thoroughness)
{
    std::vector<std::string> damage;
    // The check cannot even be prepared without a schema that can be read.
    if (const auto read = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1"); !read) {
        if (read.error().code != ErrorCode::corrupt)
            return tl::unexpected(read.error());
        return std::vector{read.error().detail};
    }
    auto rows = connection.query(thoroughness == Thoroughness::quick ? kQuick : kFull);
    auto more = rows.step();
    for (; more && *more; more = rows.step())
        if (rows.text(0) != kSound)
            damage.emplace_back(rows.text(0));
    if (!more && more.error().code == ErrorCode::corrupt)
        damage.push_back(more.error().detail);
    else if (!more)
        return tl::unexpected(more.error());
    return damage;
}

} // namespace pult::service
