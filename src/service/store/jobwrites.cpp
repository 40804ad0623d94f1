// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/jobwrites.h"

#include "service/store/jobreads.h"
#include "service/store/jobrows.h"

namespace pult::service {

namespace {

using contract::JobState;

constexpr std::string_view kInsertJob =
    "INSERT INTO jobs (id, kind, state, priority, client, prompt, params, timeout_s, created_at,"
    " queued_at, attempts, bytes, tgs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view kUpdateJob =
    "UPDATE jobs SET state = ?2, queued_at = ?3, attempts = ?4, started_at = ?5,"
    " finished_at = ?6, run_s = ?7, error = ?8, result = ?9, bytes = ?10, output = ?11"
    " WHERE id = ?1";
constexpr std::string_view kCancelJob =
    "UPDATE jobs SET state = ?2, finished_at = ?3 WHERE id = ?1";
constexpr std::string_view kEndedFirst =
    "SELECT id, finished_at, bytes FROM jobs WHERE state > 1 ORDER BY finished_at, id LIMIT ?";
constexpr std::string_view kRemoveJob = "DELETE FROM jobs WHERE id = ?";
constexpr std::string_view kFindKey =
    "SELECT job, request FROM idempotency WHERE client = ? AND key = ? AND created_at > ?";
constexpr std::string_view kInsertKey =
    "INSERT INTO idempotency (client, key, job, request, created_at)"
    " VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view kForgetKeys = "DELETE FROM idempotency WHERE created_at <= ?";
constexpr std::string_view kPauseKind = "INSERT OR REPLACE INTO kinds (kind, paused) VALUES (?, ?)";
constexpr std::string_view kReclaim =
    "UPDATE jobs SET state = ?2 WHERE state <= 1 AND state = ?1 AND attempts < ?3";
constexpr std::string_view kGiveUp =
    "UPDATE jobs SET state = ?2, finished_at = ?3, error = ?4 WHERE state <= 1 AND state = ?1";

/// A job's row and its places in the indexes, apart from the prompt and the file; about what was
/// measured.
constexpr std::int64_t kRecordBytes = 512;

std::int64_t keptBytes(const StoredJob &stored)
{
    const contract::Job &job = stored.job;
    return kRecordBytes + static_cast<std::int64_t>(job.prompt.size())
        + static_cast<std::int64_t>(stored.tgs ? stored.tgs->size() : 0)
        + (job.result ? job.result->bytes : 0);
}

Result<void> insertRow(SqliteConnection &connection, const StoredJob &stored)
{
    const contract::Job &job = stored.job;
    return connection.run(kInsertJob, job.id, numberOf(job.kind), numberOf(job.state), job.priority,
        stored.client, job.prompt, contract::encodeText(job.params), job.timeout_s, job.created_at,
        stored.queuedAt, job.attempts, keptBytes(stored), stored.tgs);
}

/// The earlier job of the key, if there is one.
Result<std::optional<InsertedJob>> findReplay(
    SqliteConnection &connection, const JobInsertion &insertion)
{
    const WallTime oldest = insertion.stored.job.created_at - kIdempotencyLifetime;
    auto query =
        connection.query(kFindKey, insertion.stored.client, *insertion.idempotencyKey, oldest);
    const auto found = query.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    if (query.text(1) != insertion.request)
        return fail(ErrorCode::conflict, "The idempotency key was used with another request");
    return InsertedJob{contract::JobId(query.uuid(0)), true};
}

Result<void> forgetKeys(SqliteConnection &connection, WallTime now)
{
    return connection.run(kForgetKeys, now - kIdempotencyLifetime);
}

Result<void> insertRowAndKey(SqliteConnection &connection, const JobInsertion &insertion)
{
    const StoredJob &stored = insertion.stored;
    const WallTime now = stored.job.created_at;
    return connection.atomically([&] {
        return forgetKeys(connection, now)
            .and_then([&] { return insertRow(connection, stored); })
            .and_then([&] {
                return connection.run(kInsertKey, stored.client, *insertion.idempotencyKey,
                    stored.job.id, insertion.request, now);
            });
    });
}

Result<RemovedJobs> chooseEnded(SqliteConnection &connection, const EndedJobs &which)
{
    RemovedJobs chosen;
    auto query = connection.query(kEndedFirst, static_cast<std::int64_t>(which.most));
    for (auto found = query.step();; found = query.step()) {
        if (!found)
            return tl::unexpected(found.error());
        if (!*found || (query.time(1) > which.until && chosen.bytes >= which.bytes))
            return chosen;
        chosen.ids.emplace_back(query.uuid(0));
        chosen.bytes += query.integer(2);
    }
}

Result<void> removeRows(SqliteConnection &connection, const std::vector<contract::JobId> &ids)
{
    return connection.atomically([&]() -> Result<void> {
        for (const contract::JobId &id : ids) {
            if (auto done = connection.run(kRemoveJob, id); !done)
                return done;
        }
        return {};
    });
}

} // namespace

Result<InsertedJob> insertJob(SqliteConnection &connection, const JobInsertion &insertion)
{
    const InsertedJob inserted{insertion.stored.job.id, false};
    if (!insertion.idempotencyKey)
        return insertRow(connection, insertion.stored).map([&] { return inserted; });
    const auto replay = findReplay(connection, insertion);
    if (!replay)
        return tl::unexpected(replay.error());
    if (*replay)
        return **replay;
    return insertRowAndKey(connection, insertion).map([&] { return inserted; });
}

Result<void> updateJob(SqliteConnection &connection, const StoredJob &stored)
{
    const contract::Job &job = stored.job;
    return connection
        .run(kUpdateJob, job.id, numberOf(job.state), stored.queuedAt, job.attempts, job.started_at,
            job.finished_at, job.run_s, encodeIfAny(job.error), encodeIfAny(job.result),
            keptBytes(stored), blobView(stored.output))
        .and_then([&]() -> Result<void> {
            if (connection.changes() == 0)
                return fail(ErrorCode::notFound, "There is no job " + toString(job.id));
            return {};
        });
}

Result<StoredJob> changeJob(SqliteConnection &connection, contract::JobId id,
    const std::function<void(StoredJob &)> &change)
{
    return findJob(connection, id).and_then([&](StoredJob stored) {
        change(stored);
        return updateJob(connection, stored).map([&] { return std::move(stored); });
    });
}

Result<void> cancelJobs(
    SqliteConnection &connection, const std::vector<contract::JobId> &ids, WallTime at)
{
    return connection.atomically([&]() -> Result<void> {
        for (const contract::JobId &id : ids) {
            if (auto done = connection.run(kCancelJob, id, numberOf(JobState::cancelled), at);
                !done)
                return done;
        }
        return {};
    });
}

Result<RemovedJobs> removeEndedJobs(SqliteConnection &connection, const EndedJobs &which)
{
    return chooseEnded(connection, which).and_then([&](const RemovedJobs &chosen) {
        return removeRows(connection, chosen.ids).map([&] { return chosen; });
    });
}

Result<void> pauseKind(SqliteConnection &connection, contract::Kind kind, bool paused)
{
    return connection.run(kPauseKind, numberOf(kind), std::int64_t{paused});
}

Result<void> reclaimJobs(SqliteConnection &connection, std::int64_t maxAttempts, WallTime now)
{
    const std::int64_t running = numberOf(JobState::running);
    const contract::JobFailure lost{
        std::string(toString(ErrorCode::unavailable)), "The service stopped while the job ran"};
    return connection.run(kReclaim, running, numberOf(JobState::queued), maxAttempts).and_then([&] {
        return connection.run(
            kGiveUp, running, numberOf(JobState::failed), now, contract::encodeText(lost));
    });
}

} // namespace pult::service
