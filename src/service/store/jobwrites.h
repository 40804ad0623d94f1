// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "service/store/jobstore.h"
#include "service/store/sqliteconnection.h"

/// What the job store writes, statement by statement. On the writer thread, in a transaction.
namespace pult::service {

/// Errors: conflict (the key was used with another request).
[[nodiscard]] Result<InsertedJob> insertJob(
    SqliteConnection &connection, const JobInsertion &insertion);
/// Errors: notFound.
[[nodiscard]] Result<void> updateJob(SqliteConnection &connection, const StoredJob &stored);
/// See JobStore::change.
[[nodiscard]] Result<StoredJob> changeJob(SqliteConnection &connection, contract::JobId id,
    const std::function<void(StoredJob &)> &change);
[[nodiscard]] Result<void> cancelJobs(
    SqliteConnection &connection, const std::vector<contract::JobId> &ids, WallTime at);
[[nodiscard]] Result<void> pauseKind(
    SqliteConnection &connection, contract::Kind kind, bool paused);
[[nodiscard]] Result<RemovedJobs> removeEndedJobs(
    SqliteConnection &connection, const EndedJobs &which);
/// See JobStore::reclaimLeases.
[[nodiscard]] Result<void> reclaimJobs(
    SqliteConnection &connection, std::int64_t maxAttempts, WallTime now);

} // namespace pult::service
