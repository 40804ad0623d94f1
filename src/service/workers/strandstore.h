// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/jobstore.h"
#include "service/store/resultfiles.h"
#include "service/workers/strandinbox.h"

namespace pult::service {

/// The job store and the result files as coroutines of the strand; errors as theirs. Everything on
/// the strand.
class StrandStore {
public:
    StrandStore(JobStore &jobs, ResultFiles &files, StrandInbox &inbox);

    Task<Result<StoredJob>> find(contract::JobId id);
    Task<Result<std::optional<std::string>>> output(contract::JobId id);
    Task<Result<std::vector<StoredJob>>> list(JobQuery query);
    Task<Result<void>> update(StoredJob job);
    Task<Result<StoredJob>> change(contract::JobId id, std::function<void(StoredJob &)> change);
    Task<Result<void>> cancelQueued(std::vector<contract::JobId> ids, WallTime at);
    Task<Result<RemovedJobs>> removeEnded(EndedJobs which);
    Task<Result<std::int64_t>> keptBytes();
    Task<Result<std::vector<contract::JobId>>> unknownOf(std::vector<contract::JobId> ids);
    Task<Result<void>> setPaused(contract::Kind kind, bool paused);

    Task<Result<void>> writeFile(contract::JobId id, std::shared_ptr<const std::string> bytes);
    Task<Result<void>> removeFiles(std::vector<contract::JobId> ids);
    Task<Result<std::vector<contract::JobId>>> listFiles();

private:
    /// Suspends until done(Result<T>), which start(done) is given, is called on any thread.
    template <class T, class Start>
    Task<Result<T>> answerOf(Start start);

    JobStore &m_jobs;
    ResultFiles &m_files;
    StrandInbox &m_inbox;
};

} // namespace pult::service
