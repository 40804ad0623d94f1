// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliteconnection.h"

#include <sqlite3.h>

namespace pult::service {

namespace {

constexpr int kBusyTimeoutMilliseconds = 10'000;

const char *setupFor(SqliteConnection::Access access)
{
    switch (access) {
    case SqliteConnection::Access::readOnly:
    case SqliteConnection::Access::readClosed:
        return "PRAGMA query_only = ON";
    case SqliteConnection::Access::readWrite:
        return "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
    case SqliteConnection::Access::damaged:
        // The first makes SQLite put up with a file that was cut off.
        return "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON; PRAGMA query_only = ON";
    }
    return "";
}

/// SQLite's own count of what it has allocated takes a lock with each allocation, and nobody asks
/// for it.
void forgoStatistics()
{
    [[maybe_unused]] static const int status = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int flagsFor(SqliteConnection::Access access)
{
    switch (access) {
    case SqliteConnection::Access::readOnly:
        return SQLITE_OPEN_READONLY;
    case SqliteConnection::Access::readClosed: // Who may not write may not remove the log, either.
        return SQLITE_OPEN_READWRITE;
    default:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
}

} // namespace

void SqliteConnection::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close(handle);
}

void SqliteConnection::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(sqlite3 *handle)
    : m_handle(handle)
{
}

Result<SqliteConnection> SqliteConnection::open(const std::filesystem::path &file, Access access)
{
    forgoStatistics();
    const int flags = SQLITE_OPEN_NOMUTEX | flagsFor(access);
    sqlite3 *handle = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    SqliteConnection connection(handle);
    if (status != SQLITE_OK)
        return sqliteError(handle);
    sqlite3_busy_timeout(handle, kBusyTimeoutMilliseconds);
    if (access == Access::damaged) // The file stays as it was found.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (auto done = connection.execute(setupFor(access)); !done)
        return tl::unexpected(done.error());
    return connection;
}

Result<void> SqliteConnection::execute(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(m_handle.get());
    return {};
}

bool SqliteConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

std::int64_t SqliteConnection::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

std::int64_t SqliteConnection::totalChanges() const
{
    return sqlite3_total_changes64(m_handle.get());
}

sqlite3_stmt *SqliteConnection::prepared(std::string_view sql)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        sqlite3_stmt *made = nullptr;
        sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
            SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        statement.reset(made);
    }
    return statement.get();
}

} // namespace pult::service
