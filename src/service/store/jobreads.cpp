// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/jobreads.h"

#include "service/store/jobrows.h"
#include "service/store/textmatch.h"

namespace pult::service {

namespace {

std::string selectJobs(std::string_view file)
{
    return std::string("SELECT ").append(kJobColumns).append(file).append(" FROM jobs WHERE ");
}

const std::string kSelectJobs = selectJobs(kWithoutFile);
const std::string kFindJob = selectJobs(kWithFile) + "id = ?";
const std::string kListJobs = kSelectJobs
    + "id < ?1 AND id >= ?2 AND created_at >= ?3 AND (?4 IS NULL OR state = ?4)"
      " AND (?5 IS NULL OR kind = ?5) ORDER BY id DESC";
// The same over the index of jobs that have not ended: they are few, and can be far apart.
const std::string kListActiveJobs = kSelectJobs
    + "state <= 1 AND state = ?4 AND id < ?1 AND id >= ?2 AND created_at >= ?3"
      " AND (?5 IS NULL OR kind = ?5) ORDER BY id DESC";
constexpr std::string_view kVisitQueued =
    "SELECT id, kind, priority, queued_at FROM jobs WHERE state <= 1 AND state = ? ORDER BY id";
constexpr std::string_view kSumKeptBytes =
    "SELECT coalesce(sum(bytes), 0) FROM jobs INDEXED BY jobs_ended WHERE state > 1";
constexpr std::string_view kHasJob = "SELECT 1 FROM jobs WHERE id = ?";
constexpr std::string_view kFindOutput = "SELECT output FROM jobs WHERE id = ?";
constexpr std::string_view kPausedKinds = "SELECT kind FROM kinds WHERE paused <> 0";

tl::unexpected<Error> unknownJob(contract::JobId id)
{
    return fail(ErrorCode::notFound, "There is no job " + toString(id));
}

/// Above every id.
Uuid highest()
{
    Uuid uuid;
    uuid.bytes.fill(0xff);
    return uuid;
}

/// Below every id made at that moment or later: an id begins with its milliseconds.
Uuid lowestOf(WallTime moment)
{
    Uuid uuid;
    auto rest =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, moment.time_since_epoch().count()));
    for (int i = 5; i >= 0; --i, rest >>= 8U)
        uuid.bytes.at(static_cast<std::size_t>(i)) = static_cast<std::uint8_t>(rest & 0xffU);
    return uuid;
}

bool isActive(const std::optional<contract::JobState> &state)
{
    return state && !contract::isFinal(*state);
}

bool matches(const contract::Job &job, std::string_view foldedText)
{
    return containsFolded(job.prompt, foldedText) || containsFolded(toString(job.id), foldedText);
}

} // namespace

Result<StoredJob> findJob(SqliteConnection &connection, contract::JobId id)
{
    auto query = connection.query(kFindJob, id);
    const auto found = query.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return unknownJob(id);
    return readJob(query);
}

Result<std::optional<std::string>> findOutput(SqliteConnection &connection, contract::JobId id)
{
    auto query = connection.query(kFindOutput, id);
    const auto found = query.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return unknownJob(id);
    return query.isNull(0) ? std::nullopt : std::optional(std::string(query.text(0)));
}

Result<std::vector<StoredJob>> listJobs(SqliteConnection &connection, const JobQuery &query)
{
    const WallTime since = query.since.value_or(WallTime{});
    const std::string text = foldCase(query.text);
    auto rows = connection.query(isActive(query.state) ? kListActiveJobs : kListJobs,
        query.before ? query.before->uuid() : highest(), lowestOf(since), since,
        numberOf(query.state), numberOf(query.kind));
    std::vector<StoredJob> jobs;
    auto more = rows.step();
    for (; more && *more && jobs.size() < query.limit; more = rows.step()) {
        auto job = readJob(rows);
        if (!job)
            return tl::unexpected(std::move(job.error()));
        if (matches(job->job, text))
            jobs.push_back(std::move(*job));
    }
    if (!more)
        return tl::unexpected(more.error());
    return jobs;
}

Result<std::int64_t> sumKeptBytes(SqliteConnection &connection)
{
    auto query = connection.query(kSumKeptBytes);
    return query.step().map([&](bool) { return query.integer(0); });
}

Result<std::vector<contract::JobId>> findUnknown(
    SqliteConnection &connection, const std::vector<contract::JobId> &ids)
{
    std::vector<contract::JobId> unknown;
    for (const contract::JobId &id : ids) {
        const auto found = connection.query(kHasJob, id).step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            unknown.push_back(id);
    }
    return unknown;
}

Result<void> visitQueuedJobs(
    SqliteConnection &connection, const std::function<void(const QueuedJob &)> &visit)
{
    auto rows = connection.query(kVisitQueued, numberOf(contract::JobState::queued));
    auto more = rows.step();
    for (; more && *more; more = rows.step()) {
        const auto kind = kindOf(rows.integer(1));
        if (!kind)
            return tl::unexpected(kind.error());
        visit({contract::JobId(rows.uuid(0)), *kind, rows.integer(2), rows.time(3)});
    }
    return more.map([](bool) {});
}

Result<std::vector<contract::Kind>> readPausedKinds(SqliteConnection &connection)
{
    auto rows = connection.query(kPausedKinds);
    std::vector<contract::Kind> kinds;
    auto more = rows.step();
    for (; more && *more; more = rows.step()) {
        const auto kind = kindOf(rows.integer(0));
        if (!kind)
            return tl::unexpected(kind.error());
        kinds.push_back(*kind);
    }
    return more.map([&](bool) { return std::move(kinds); });
}

} // namespace pult::service
