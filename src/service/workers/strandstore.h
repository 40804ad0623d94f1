// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/runtime/task.h"
#include "service/store/jobstore.h"
#include "service/store/resultfiles.h"

/// The store's calls as coroutines.
namespace pult::service {

[[nodiscard]] Task<Result<StoredJob>> findStored(JobStore &store, contract::JobId id);
[[nodiscard]] Task<Result<std::vector<StoredJob>>> listStored(JobStore &store, JobQuery query);
[[nodiscard]] Task<Result<void>> updateStored(JobStore &store, StoredJob job);
[[nodiscard]] Task<Result<void>> cancelStored(
    JobStore &store, std::vector<contract::JobId> ids, WallTime at);
[[nodiscard]] Task<Result<RemovedJobs>> removeStored(JobStore &store, EndedJobs which);
[[nodiscard]] Task<Result<std::int64_t>> keptBytes(JobStore &store);
[[nodiscard]] Task<Result<std::vector<contract::JobId>>> unknownStored(
    JobStore &store, std::vector<contract::JobId> ids);
[[nodiscard]] Task<Result<void>> pauseStored(JobStore &store, contract::Kind kind, bool paused);
[[nodiscard]] Task<Result<void>> writeResult(
    ResultFiles &results, contract::JobId id, std::shared_ptr<const std::string> bytes);
[[nodiscard]] Task<Result<void>> removeResults(
    ResultFiles &results, std::vector<contract::JobId> ids);
[[nodiscard]] Task<Result<std::vector<contract::JobId>>> listResults(ResultFiles &results);

/// As the callers of the job service shall see a failure of the store: unavailable for every kind
/// of trouble with the disk, all else as it is.
[[nodiscard]] Error storeFailure(Error error);

} // namespace pult::service
