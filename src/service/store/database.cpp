// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/database.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "service/store/sqliteschema.h"

namespace pult::service {

/// One process a directory: two would run every job twice. The system lets go of the lock when the
/// process ends, however it ends.
class Database::DirectoryLock {
public:
    explicit DirectoryLock(const std::filesystem::path &directory)
        : m_descriptor(::open((directory / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
    }
    ~DirectoryLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

    [[nodiscard]] Result<void> take() const
    {
        if (m_descriptor < 0)
            return fail(ErrorCode::io, "The data directory cannot be written");
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
            return fail(ErrorCode::conflict, "Another pultd serves from this data directory");
        return {};
    }

private:
    int m_descriptor;
};

namespace {

Result<SqliteConnection> openWriter(const std::filesystem::path &file)
{
    return SqliteConnection::open(file, SqliteConnection::Access::readWrite)
        .and_then([&](SqliteConnection connection) -> Result<SqliteConnection> {
            if (auto prepared = prepareSchema(connection, file); !prepared)
                return tl::unexpected(prepared.error());
            return connection;
        });
}

Error about(const std::filesystem::path &file, Error error)
{
    error.detail = file.string() + ": " + error.detail;
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

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(
    const std::filesystem::path &directory, const Clock &clock, prometheus::Registry &registry)
{
    auto database = std::unique_ptr<Database>(new Database(directory / "pult.db", clock));
    const std::filesystem::path &file = database->m_file;
    database->m_lock = std::make_unique<DirectoryLock>(directory);
    if (auto taken = database->m_lock->take(); !taken)
        return tl::unexpected(about(directory, taken.error()));
    auto writer = openWriter(file);
    if (!writer)
        return tl::unexpected(about(file, writer.error()));
    for (auto *reader : {&database->m_lookups, &database->m_searches}) {
        auto connection = SqliteConnection::open(file, SqliteConnection::Access::readOnly);
        if (!connection)
            return tl::unexpected(about(file, connection.error()));
        *reader = std::make_unique<Reader>(std::move(*connection));
    }
    database->m_writer = std::make_unique<GroupWriter>(std::move(*writer), clock, registry);
    return database;
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
