// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/storecalls.h"

namespace pult::service {

Task<Result<StoredJob>> findStored(JobStore &store, contract::JobId id)
{
    return awaitCallback<Result<StoredJob>>(
        [&store, id](auto done) { store.find(id, std::move(done)); });
}

Task<Result<std::vector<StoredJob>>> listStored(JobStore &store, JobQuery query)
{
    return awaitCallback<Result<std::vector<StoredJob>>>(
        [&store, wanted = std::move(query)](auto done) { store.list(wanted, std::move(done)); });
}

Task<Result<void>> updateStored(JobStore &store, StoredJob job)
{
    return awaitCallback<Result<void>>(
        [&store, stored = std::move(job)](auto done) { store.update(stored, std::move(done)); });
}

Task<Result<void>> cancelStored(JobStore &store, std::vector<contract::JobId> ids, WallTime at)
{
    return awaitCallback<Result<void>>([&store, queued = std::move(ids), at](auto done) {
        store.cancelQueued(queued, at, std::move(done));
    });
}

Task<Result<RemovedJobs>> removeStored(JobStore &store, EndedJobs which)
{
    return awaitCallback<Result<RemovedJobs>>(
        [&store, which](auto done) { store.removeEnded(which, std::move(done)); });
}

Task<Result<std::int64_t>> keptBytes(JobStore &store)
{
    return awaitCallback<Result<std::int64_t>>(
        [&store](auto done) { store.keptBytes(std::move(done)); });
}

Task<Result<std::vector<contract::JobId>>> unknownStored(
    JobStore &store, std::vector<contract::JobId> ids)
{
    return awaitCallback<Result<std::vector<contract::JobId>>>(
        [&store, wanted = std::move(ids)](auto done) { store.unknownOf(wanted, std::move(done)); });
}

Task<Result<void>> pauseStored(JobStore &store, contract::Kind kind, bool paused)
{
    return awaitCallback<Result<void>>(
        [&store, kind, paused](auto done) { store.setPaused(kind, paused, std::move(done)); });
}

Task<Result<void>> writeResult(
    ResultFiles &results, contract::JobId id, std::shared_ptr<const std::string> bytes)
{
    return awaitCallback<Result<void>>([&results, id, content = std::move(bytes)](auto done) {
        results.write(id, content, std::move(done));
    });
}

Task<Result<void>> removeResults(ResultFiles &results, std::vector<contract::JobId> ids)
{
    return awaitCallback<Result<void>>([&results, unwanted = std::move(ids)](auto done) {
        results.remove(unwanted, std::move(done));
    });
}

Task<Result<std::vector<contract::JobId>>> listResults(ResultFiles &results)
{
    return awaitCallback<Result<std::vector<contract::JobId>>>(
        [&results](auto done) { results.list(std::move(done)); });
}

Error storeFailure(Error error)
{
    const bool isTrouble = error.code == ErrorCode::io || error.code == ErrorCode::corrupt
        || error.code == ErrorCode::internal;
    if (isTrouble) {
        error.code = ErrorCode::unavailable;
        error.detail = "The store does not work now: " + error.detail;
    }
    return error;
}

} // namespace pult::service
