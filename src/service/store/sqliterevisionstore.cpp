// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliterevisionstore.h"

#include "service/store/jobrows.h"

namespace pult::service {

namespace {

using Entry = RevisionStore::Entry;

constexpr std::string_view kAppend =
    "INSERT INTO revisions (revision, summary, settings, overrides) VALUES (?, ?, ?, ?)";
constexpr std::string_view kEntries =
    "SELECT summary, settings, overrides FROM revisions WHERE revision < ?"
    " ORDER BY revision DESC LIMIT ?";
constexpr std::string_view kEntry =
    "SELECT summary, settings, overrides FROM revisions WHERE revision = ?";

Result<std::optional<boost::json::object>> readOverrides(const SqliteQuery &row)
{
    if (row.isNull(2))
        return std::optional<boost::json::object>();
    return contract::decodeText<boost::json::object>(row.text(2))
        .map([](boost::json::object overrides) { return std::optional(std::move(overrides)); });
}

Result<std::vector<Entry>> readEntries(
    SqliteConnection &connection, std::int64_t before, std::size_t limit)
{
    auto rows = connection.query(kEntries, before, static_cast<std::int64_t>(limit));
    std::vector<Entry> entries;
    auto more = rows.step();
    for (; more && *more; more = rows.step()) {
        auto entry = readRevision(rows);
        if (!entry)
            return tl::unexpected(std::move(entry.error()));
        entries.push_back(std::move(*entry));
    }
    return more.map([&](bool) { return std::move(entries); });
}

Result<Entry> findEntry(SqliteConnection &connection, std::int64_t revision)
{
    auto row = connection.query(kEntry, revision);
    const auto found = row.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::notFound, "There is no revision " + std::to_string(revision));
    return readRevision(row);
}

} // namespace

Result<RevisionStore::Entry> readRevision(const SqliteQuery &row)
{
    auto revision = contract::decodeText<contract::ConfigRevision>(row.text(0));
    auto settings = contract::decodeText<Settings>(row.text(1));
    auto overrides = readOverrides(row);
    if (!revision || !settings || !overrides)
        return fail(ErrorCode::corrupt, "A revision of the configuration is damaged on disk");
    return Entry{std::move(*revision), std::move(*settings), std::move(*overrides)};
}

SqliteRevisionStore::SqliteRevisionStore(Database &database)
    : m_database(database)
{
}

Result<void> SqliteRevisionStore::append(const Entry &entry)
{
    return m_database.writeNow<void>(
        [revision = entry.revision.revision, summary = contract::encodeText(entry.revision),
            settings = contract::encodeText(entry.settings),
            overrides = encodeIfAny(entry.overrides)](SqliteConnection &connection) {
            return connection.run(kAppend, revision, summary, settings, overrides);
        });
}

Result<std::vector<Entry>> SqliteRevisionStore::entries(
    std::int64_t before, std::size_t limit) const
{
    return m_database.readNow<std::vector<Entry>>(
        [=](SqliteConnection &connection) { return readEntries(connection, before, limit); });
}

Result<Entry> SqliteRevisionStore::entry(std::int64_t revision) const
{
    return m_database.readNow<Entry>(
        [=](SqliteConnection &connection) { return findEntry(connection, revision); });
}

} // namespace pult::service
