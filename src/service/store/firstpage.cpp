// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/firstpage.h"

#include <algorithm>
#include <fstream>
#include <string>

#include "service/store/databasefiles.h"
#include "service/store/sqliteschema.h"

namespace pult::service {

namespace {

namespace fs = std::filesystem;

constexpr std::ptrdiff_t kPageSize = 4096; ///< SQLite's usual one, and so ours.
/// The database's size, where its free pages begin, and how many they are: of the new database.
/// Zeros stand for: as the file is; none.
constexpr std::ptrdiff_t kSizesBegin = 28;
constexpr std::ptrdiff_t kSizesEnd = 40;

Result<void> makeDatabase(const fs::path &file)
{
    return SqliteConnection::open(file, SqliteConnection::Access::readWrite)
        .and_then([&](SqliteConnection connection) { return prepareSchema(connection, file); });
}

/// Closed, so that nothing of it stands in a log.
Result<std::string> firstPageOfNew(const fs::path &file)
{
    if (auto made = makeDatabase(file); !made)
        return tl::unexpected(made.error());
    std::string page(kPageSize, '\0');
    std::ifstream stream(file, std::ios::binary);
    if (!stream.read(page.data(), kPageSize))
        return fail(ErrorCode::io, file.string() + " cannot be read");
    std::fill(page.begin() + kSizesBegin, page.begin() + kSizesEnd, '\0');
    return page;
}

Result<void> replaceFirstPage(const fs::path &file, const std::string &page)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    if (!stream.write(page.data(), std::ssize(page)).flush())
        return fail(ErrorCode::io, file.string() + " cannot be written");
    return {};
}

} // namespace

bool knowsTables(const fs::path &file)
{
    return SqliteConnection::open(file, SqliteConnection::Access::damaged)
        .and_then([](SqliteConnection connection) {
            return connection.execute("SELECT 1 FROM jobs, idempotency, kinds, revisions LIMIT 0");
        })
        .has_value();
}

Result<void> copyWithNewFirstPage(const fs::path &file, const fs::path &copy)
{
    const fs::path fresh = withSuffix(copy, ".new");
    auto page = removeDatabase(fresh).and_then([&] { return firstPageOfNew(fresh); });
    if (auto removed = removeDatabase(fresh); !removed)
        return removed;
    if (!page)
        return tl::unexpected(page.error());
    return copyDatabase(file, copy).and_then([&] { return replaceFirstPage(copy, *page); });
}

} // namespace pult::service
