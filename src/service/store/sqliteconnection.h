// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "service/store/sqlitequery.h"

namespace pult::service {

/// One connection to one SQLite file, with the statements prepared on it so far. One thread at a
/// time.
class SqliteConnection {
public:
    enum class Access {
        readOnly, ///< Of a file that is open elsewhere; else a log and an index are left beside it.
        readClosed, ///< Reads a file that nobody has open, and leaves nothing beside it.
        readWrite, ///< WAL, synchronous FULL
        damaged ///< Reads what can be read of a file that is known to be damaged.
    };

    /// Waits up to 10 s for another process. Errors: io, corrupt.
    [[nodiscard]] static Result<SqliteConnection> open(
        const std::filesystem::path &file, Access access);

    /// The statement with its parameters bound in order. `sql` must live as long as the connection:
    /// a literal. A text that is not valid SQL is a defect, reported when the query runs.
    template <class... Values>
    [[nodiscard]] SqliteQuery query(std::string_view sql, const Values &...values)
    {
        SqliteQuery made(prepared(sql));
        made.bindAll(values...);
        return made;
    }

    /// Runs a statement that answers no rows; `sql` as for query().
    template <class... Values>
    [[nodiscard]] Result<void> run(std::string_view sql, const Values &...values)
    {
        SqliteQuery made(prepared(sql), SqliteQuery::Texts::lent);
        made.bindAll(values...);
        return made.run();
    }

    /// Runs statements without parameters or rows.
    [[nodiscard]] Result<void> execute(const char *sql);
    /// Runs work() so that a failure of it undoes all that it changed.
    template <class Work>
    [[nodiscard]] auto atomically(Work work) -> decltype(work())
    {
        if (auto begun = execute("SAVEPOINT part"); !begun)
            return tl::unexpected(begun.error());
        auto outcome = work();
        if (!outcome)
            (void)execute("ROLLBACK TO part");
        if (auto released = execute("RELEASE part"); !released && outcome)
            return tl::unexpected(released.error());
        return outcome;
    }

    [[nodiscard]] bool isInTransaction() const;
    /// Rows that the latest statement changed.
    [[nodiscard]] std::int64_t changes() const;
    /// Rows that were changed since the connection was opened.
    [[nodiscard]] std::int64_t totalChanges() const;

private:
    struct Close {
        void operator()(sqlite3 *handle) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit SqliteConnection(sqlite3 *handle);
    sqlite3_stmt *prepared(std::string_view sql);

    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<std::string_view, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
};

} // namespace pult::service
