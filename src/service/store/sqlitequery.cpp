// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitequery.h"

#include <algorithm>
#include <utility>

#include <sqlite3.h>

namespace pult::service {

namespace {

ErrorCode codeFor(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::unavailable;
    case SQLITE_CONSTRAINT:
        return ErrorCode::conflict;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::io;
    default:
        return ErrorCode::internal;
    }
}

} // namespace

tl::unexpected<Error> sqliteError(sqlite3 *handle)
{
    return fail(codeFor(sqlite3_errcode(handle)),
        "The database refused: " + std::string(sqlite3_errmsg(handle)));
}

SqliteQuery::SqliteQuery(sqlite3_stmt *statement, Texts texts)
    : m_statement(statement)
    , m_texts(texts)
{
}

SqliteQuery::~SqliteQuery()
{
    sqlite3_reset(m_statement);
}

SqliteQuery::SqliteQuery(SqliteQuery &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_texts(other.m_texts)
{
}

SqliteQuery::Release SqliteQuery::release() const
{
    return m_texts == Texts::lent ? SQLITE_STATIC : SQLITE_TRANSIENT;
}

void SqliteQuery::bindRow(const SqliteQuery &row)
{
    const int columns = sqlite3_data_count(row.m_statement);
    for (int column = 0; column < columns; ++column)
        sqlite3_bind_value(m_statement, column + 1, sqlite3_column_value(row.m_statement, column));
}

void SqliteQuery::bindRecord(const Record &record)
{
    int place = 0;
    for (const RecordValue &value : record)
        std::visit([&](const auto &held) { bind(++place, held); }, value);
}

Result<bool> SqliteQuery::step()
{
    if (!m_statement)
        return fail(ErrorCode::internal, "A statement could not be prepared");
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return sqliteError(sqlite3_db_handle(m_statement));
    }
}

Result<void> SqliteQuery::run()
{
    return step().map([](bool) {});
}

bool SqliteQuery::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t SqliteQuery::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteQuery::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view SqliteQuery::text(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes ? std::string_view(bytes, size) : std::string_view();
}

Uuid SqliteQuery::uuid(int column) const
{
    Uuid value;
    const std::string_view bytes = text(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), value.bytes.size()), value.bytes.begin());
    return value;
}

WallTime SqliteQuery::time(int column) const
{
    return WallTime(std::chrono::milliseconds(integer(column)));
}

std::optional<WallTime> SqliteQuery::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

void SqliteQuery::bind(int place, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, place, value);
}

void SqliteQuery::bind(int place, double value)
{
    sqlite3_bind_double(m_statement, place, value);
}

void SqliteQuery::bind(int place, std::string_view value)
{
    // SQLite takes a null pointer for NULL, and an empty view may hold one.
    const char *bytes = value.empty() ? "" : value.data();
    sqlite3_bind_text64(m_statement, place, bytes, value.size(), release(), SQLITE_UTF8);
}

void SqliteQuery::bind(int place, const Uuid &value)
{
    sqlite3_bind_blob64(m_statement, place, value.bytes.data(), value.bytes.size(), release());
}

void SqliteQuery::bind(int place, WallTime value)
{
    bind(place, std::int64_t{value.time_since_epoch().count()});
}

void SqliteQuery::bind(int place, BlobView value)
{
    // As with a text.
    const char *bytes = value.bytes.empty() ? "" : value.bytes.data();
    sqlite3_bind_blob64(m_statement, place, bytes, value.bytes.size(), release());
}

void SqliteQuery::bindNull(int place)
{
    sqlite3_bind_null(m_statement, place);
}

} // namespace pult::service
