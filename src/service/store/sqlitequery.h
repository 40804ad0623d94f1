// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/uuid.h"
#include "service/store/record.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pult::service {

/// The error that the connection reports now. Codes: corrupt, io, unavailable, conflict, internal.
[[nodiscard]] tl::unexpected<Error> sqliteError(sqlite3 *handle);

/// Bytes that are kept as a blob.
struct BlobView {
    std::string_view bytes;
};
/// Of bytes that may be missing.
[[nodiscard]] inline std::optional<BlobView> blobView(const std::optional<std::string> &bytes)
{
    return bytes ? std::optional(BlobView{*bytes}) : std::nullopt;
}

/// One use of a prepared statement: bound, stepped, read, and reset at its end. Lives shorter than
/// the connection that made it. One thread.
class SqliteQuery {
public:
    /// What happens to the texts and bytes that are bound.
    enum class Texts {
        copied,
        lent ///< They live longer than the query.
    };

    /// Null: the statement could not be prepared; every step fails.
    explicit SqliteQuery(sqlite3_stmt *statement, Texts texts = Texts::copied);
    ~SqliteQuery();
    SqliteQuery(SqliteQuery &&other) noexcept;
    SqliteQuery &operator=(SqliteQuery &&) = delete;

    template <class... Values>
    void bindAll(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
    }

    /// Binds the columns of another query's row, in order.
    void bindRow(const SqliteQuery &row);
    /// Binds the values, in order.
    void bindRecord(const Record &record);

    /// Whether there is a row to read now.
    [[nodiscard]] Result<bool> step();
    /// For statements without rows.
    [[nodiscard]] Result<void> run();

    /// Columns count from 0.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Uuid uuid(int column) const;
    [[nodiscard]] WallTime time(int column) const;
    [[nodiscard]] std::optional<WallTime> optionalTime(int column) const;

private:
    using Release = void (*)(void *);

    [[nodiscard]] Release release() const;
    void bind(int place, std::int64_t value);
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    void bind(int place, const Uuid &value);
    void bind(int place, BlobView value);
    void bind(int place, WallTime value);
    void bind(int place, Seconds value) { bind(place, value.count()); }
    void bindNull(int place);
    void bind(int place, const RecordBlob &value) { bind(place, BlobView{value.bytes}); }
    void bind(int place, std::monostate) { bindNull(place); }

    template <class Tag>
    void bind(int place, const Id<Tag> &value)
    {
        bind(place, value.uuid());
    }
    template <class T>
    void bind(int place, const std::optional<T> &value)
    {
        if (value)
            bind(place, *value);
        else
            bindNull(place);
    }

    sqlite3_stmt *m_statement;
    Texts m_texts;
};

} // namespace pult::service
