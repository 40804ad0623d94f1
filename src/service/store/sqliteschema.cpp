// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliteschema.h"

#include <array>

namespace pult::service {

namespace {

/// Each entry leads from the version of its index to the next. Enumerators are kept as numbers, in
/// the order of the contract; moments as milliseconds since 1970; ids as their 16 bytes.
constexpr std::array kSteps{
    // jobs_active covers all that the queue is rebuilt from at the start.
    R"(
CREATE TABLE jobs (
    id BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    client TEXT NOT NULL,
    prompt TEXT NOT NULL,
    params TEXT NOT NULL,
    timeout_s REAL NOT NULL,
    created_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    run_s REAL,
    error TEXT,
    result TEXT
) WITHOUT ROWID;
CREATE INDEX jobs_active ON jobs (state, id, kind, priority, queued_at) WHERE state <= 1;
CREATE TABLE idempotency (
    client TEXT NOT NULL,
    key TEXT NOT NULL,
    job BLOB NOT NULL,
    request TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (client, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (created_at);
CREATE TABLE kinds (kind INTEGER PRIMARY KEY, paused INTEGER NOT NULL);
CREATE TABLE revisions (
    revision INTEGER PRIMARY KEY,
    summary TEXT NOT NULL,
    settings TEXT NOT NULL
);
PRAGMA user_version = 1;
)",
    // bytes: what the job takes, as keptBytes in jobwrites.cpp counts. jobs_ended leads to those
    // that ended first, and adds up without a look at the jobs.
    R"(
ALTER TABLE jobs ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET bytes = 512 + length(CAST(prompt AS BLOB)) + coalesce(json_extract(result, '$.bytes'), 0)
    WHERE state > 1;
CREATE INDEX jobs_ended ON jobs (finished_at, id, bytes) WHERE state > 1;
PRAGMA user_version = 2;
)",
    // overrides: what of the settings was set by API; null in revisions from before.
    R"(
ALTER TABLE revisions ADD COLUMN overrides TEXT;
PRAGMA user_version = 3;
)",
    // tgs: the sticker file that is to be rendered, in base64; last, so that it is read only when
    // somebody asks for it.
    R"(
ALTER TABLE jobs ADD COLUMN tgs TEXT;
PRAGMA user_version = 4;
)",
    // Without the state in it, SQLite looks each entry's job up, though it asks nothing of it.
    R"(
DROP INDEX jobs_ended;
CREATE INDEX jobs_ended ON jobs (finished_at, id, bytes, state) WHERE state > 1;
PRAGMA user_version = 5;
)",
    // output: the bytes of a small result, which is no file then.
    R"(
ALTER TABLE jobs ADD COLUMN output BLOB;
PRAGMA user_version = 6;
)",
};

/// One that a start left unfinished is made again.
Result<void> backUp(
    SqliteConnection &connection, const std::filesystem::path &file, std::size_t version)
{
    std::filesystem::path copy = file;
    copy += ".v" + std::to_string(version);
    std::error_code error;
    std::filesystem::remove(copy, error);
    if (error)
        return fail(ErrorCode::io, copy.string() + " is in the way: " + error.message());
    return connection.run("VACUUM INTO ?", std::string_view(copy.native()));
}

} // namespace

Result<std::size_t> schemaVersion(SqliteConnection &connection)
{
    auto query = connection.query("PRAGMA user_version");
    return query.step().map([&](bool) { return static_cast<std::size_t>(query.integer(0)); });
}

std::size_t currentSchema()
{
    return kSteps.size();
}

Result<void> prepareSchema(SqliteConnection &connection, const std::filesystem::path &file)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > kSteps.size())
        return fail(ErrorCode::unsupported, "A newer version of Pult wrote this database");
    if (*version > 0 && *version < kSteps.size()) {
        if (auto kept = backUp(connection, file, *version); !kept)
            return kept;
    }
    return connection.atomically([&]() -> Result<void> {
        for (std::size_t step = *version; step < kSteps.size(); ++step) {
            if (auto done = connection.execute(kSteps.at(step)); !done)
                return done;
        }
        return {};
    });
}

} // namespace pult::service
