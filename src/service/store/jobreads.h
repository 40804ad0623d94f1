// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/jobstore.h"
#include "service/store/sqliteconnection.h"

/// What the job store reads, statement by statement. On a reader thread.
namespace pult::service {

/// Errors: notFound.
[[nodiscard]] Result<StoredJob> findJob(SqliteConnection &connection, contract::JobId id);
/// See JobStore::output.
[[nodiscard]] Result<std::optional<std::string>> findOutput(
    SqliteConnection &connection, contract::JobId id);
[[nodiscard]] Result<std::vector<StoredJob>> listJobs(
    SqliteConnection &connection, const JobQuery &query);
[[nodiscard]] Result<std::int64_t> sumKeptBytes(SqliteConnection &connection);
[[nodiscard]] Result<std::vector<contract::JobId>> findUnknown(
    SqliteConnection &connection, const std::vector<contract::JobId> &ids);
[[nodiscard]] Result<void> visitQueuedJobs(
    SqliteConnection &connection, const std::function<void(const QueuedJob &)> &visit);
[[nodiscard]] Result<std::vector<contract::Kind>> readPausedKinds(SqliteConnection &connection);

} // namespace pult::service
