// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/database.h"

#include "service/store/cleanend.h"
#include "service/store/integrity.h"
#include "service/store/sqliteschema.h"

namespace pult::service {

namespace {

/// Before anything is written: a write to a damaged file makes it worse.
Result<void> checkSoundness(SqliteConnection &connection)
{
    const auto damage = findDamage(connection, Thoroughness::quick);
    if (!damage)
        return tl::unexpected(damage.error());
    if (!damage->empty())
        return fail(ErrorCode::corrupt, damage->front());
    return {};
}

Result<SqliteConnection> openWriter(const std::filesystem::path &file)
{
    const LastEnd lastEnd = takeCleanEnd(file);
    return SqliteConnection::open(file, SqliteConnection::Access::readWrite)
        .and_then([&](SqliteConnection connection) -> Result<SqliteConnection> {
            const Result<void> sound =
                lastEnd == LastEnd::clean ? Result<void>() : checkSoundness(connection);
            auto prepared = sound.and_then([&] { return prepareSchema(connection, file); });
            if (!prepared)
                return tl::unexpected(prepared.error());
            return connection;
        });
}

Error about(const std::filesystem::path &file, Error error)
{
    error.detail = file.string() + ": " + error.detail;
    if (error.code == ErrorCode::corrupt) {
        const std::string data = " --data " + file.parent_path().string();
        error.detail += "\nThe database is damaged: `pultd check" + data
            + "` says how, and `pultd repair" + data + "` recovers what can be read";
    }
    return error;
}

std::int64_t sizeOf(const std::filesystem::path &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

} // namespace

Database::Database(std::filesystem::path file, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
{
}

/// The last connection to be closed empties the log into the file; without the mark the next start
/// only takes longer.
Database::~Database()
{
    const bool wasOpen = m_writer != nullptr;
    m_readers.reset();
    m_writer.reset();
    if (wasOpen)
        (void)markCleanEnd(m_file);
}

Result<std::unique_ptr<Database>> Database::open(
    const std::filesystem::path &directory, const Clock &clock, prometheus::Registry &registry)
{
    auto database = std::unique_ptr<Database>(new Database(directory / "pult.db", clock));
    const std::filesystem::path &file = database->m_file;
    auto lock = DirectoryLock::take(directory);
    if (!lock)
        return tl::unexpected(about(directory, lock.error()));
    database->m_lock = std::move(*lock);
    auto writer = openWriter(file);
    if (!writer)
        return tl::unexpected(about(file, writer.error()));
    database->m_readers = std::make_unique<ReaderPool>(file, clock, registry);
    database->m_writer = std::make_unique<GroupWriter>(std::move(*writer), clock, registry);
    return database;
}

void Database::tryWrite(std::function<void(Result<void>)> done)
{
    write<void>(
        [](SqliteConnection &connection) {
            return connection.atomically([&] {
                return connection.execute("INSERT INTO kinds (kind, paused) VALUES (-1, 0);"
                                          "DELETE FROM kinds WHERE kind = -1");
            });
        },
        std::move(done));
}

void Database::refreshMetrics() const
{
    m_writer->refreshMetrics();
    m_readers->refreshMetrics();
}

StoreHealth Database::health() const
{
    const Result<void> last = m_writer->lastCommit();
    std::filesystem::path log = m_file;
    log += "-wal";
    return {last.has_value(), last ? std::string() : last.error().detail,
        sizeOf(m_file) + sizeOf(log), m_writer->waiting()};
}

} // namespace pult::service
