// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitejobstore.h"

#include "service/store/jobreads.h"
#include "service/store/jobwrites.h"

namespace pult::service {

SqliteJobStore::SqliteJobStore(Database &database)
    : m_database(database)
{
}

void SqliteJobStore::insert(std::shared_ptr<const JobInsertion> job, Done<InsertedJob> done)
{
    m_database.write<InsertedJob>(
        [insertion = std::move(job)](
            SqliteConnection &connection) { return insertJob(connection, *insertion); },
        std::move(done));
}

void SqliteJobStore::update(StoredJob job, Done<> done)
{
    m_database.write<void>(
        [stored = std::move(job)](
            SqliteConnection &connection) { return updateJob(connection, stored); },
        std::move(done));
}

void SqliteJobStore::change(
    contract::JobId id, std::function<void(StoredJob &)> change, Done<StoredJob> done)
{
    m_database.write<StoredJob>(
        [id, edit = std::move(change)](
            SqliteConnection &connection) { return changeJob(connection, id, edit); },
        std::move(done));
}

void SqliteJobStore::cancelQueued(std::vector<contract::JobId> ids, WallTime at, Done<> done)
{
    m_database.write<void>(
        [queued = std::move(ids), at](
            SqliteConnection &connection) { return cancelJobs(connection, queued, at); },
        std::move(done));
}

void SqliteJobStore::setPaused(contract::Kind kind, bool paused, Done<> done)
{
    m_database.write<void>(
        [kind, paused](
            SqliteConnection &connection) { return pauseKind(connection, kind, paused); },
        std::move(done));
}

void SqliteJobStore::removeEnded(EndedJobs which, Done<RemovedJobs> done)
{
    m_database.write<RemovedJobs>(
        [which](SqliteConnection &connection) { return removeEndedJobs(connection, which); },
        std::move(done));
}

void SqliteJobStore::find(contract::JobId id, Done<StoredJob> done)
{
    m_database.read<StoredJob>(
        Database::Lane::lookup,
        [id](SqliteConnection &connection) { return findJob(connection, id); }, std::move(done));
}

void SqliteJobStore::output(contract::JobId id, Done<std::optional<std::string>> done)
{
    m_database.read<std::optional<std::string>>(
        Database::Lane::lookup,
        [id](SqliteConnection &connection) { return findOutput(connection, id); }, std::move(done));
}

void SqliteJobStore::list(JobQuery query, Done<std::vector<StoredJob>> done)
{
    m_database.read<std::vector<StoredJob>>(
        Database::Lane::search,
        [wanted = std::move(query)](
            SqliteConnection &connection) { return listJobs(connection, wanted); },
        std::move(done));
}

void SqliteJobStore::keptBytes(Done<std::int64_t> done)
{
    m_database.read<std::int64_t>(
        Database::Lane::search,
        [](SqliteConnection &connection) { return sumKeptBytes(connection); }, std::move(done));
}

void SqliteJobStore::unknownOf(
    std::vector<contract::JobId> ids, Done<std::vector<contract::JobId>> done)
{
    m_database.read<std::vector<contract::JobId>>(
        Database::Lane::search,
        [wanted = std::move(ids)](
            SqliteConnection &connection) { return findUnknown(connection, wanted); },
        std::move(done));
}

Result<void> SqliteJobStore::reclaimLeases(std::int64_t maxAttempts, WallTime now)
{
    return m_database.writeNow<void>([=](SqliteConnection &connection) {
        return connection.atomically([&] { return reclaimJobs(connection, maxAttempts, now); });
    });
}

Result<void> SqliteJobStore::visitQueued(const std::function<void(const QueuedJob &)> &visit)
{
    return m_database.readNow<void>(
        [&](SqliteConnection &connection) { return visitQueuedJobs(connection, visit); });
}

Result<std::vector<contract::Kind>> SqliteJobStore::pausedKinds()
{
    return m_database.readNow<std::vector<contract::Kind>>(
        [](SqliteConnection &connection) { return readPausedKinds(connection); });
}

} // namespace pult::service
