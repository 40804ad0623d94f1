// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_set>

#include "service/workers/dispatcher.h"
#include "service/workers/jobreader.h"

namespace pult::service {

/// What an operator does to jobs and queues. Everything on the strand; errors as in JobService.
class JobControl {
public:
    JobControl(JobCore &core, Dispatcher &dispatcher, JobReader &reader);

    Task<Result<contract::Job>> cancel(contract::JobId id);
    Task<Result<contract::Job>> retry(contract::JobId id);
    Task<Result<contract::KindQueue>> setPaused(contract::Kind kind, bool paused);
    /// One queue event, but no job events: there may be very many.
    Task<Result<contract::PurgeReport>> purge(contract::Kind kind, std::int64_t expected);

private:
    Task<Result<contract::Job>> cancelQueued(StoredJob stored);
    Task<Result<contract::Job>> queueAgain(StoredJob stored);
    Task<Result<void>> dropAll(contract::Kind kind, std::vector<QueueEntry> entries);

    JobCore &m_core;
    Dispatcher &m_dispatcher;
    JobReader &m_reader;
    std::unordered_set<contract::JobId> m_retrying;
};

} // namespace pult::service
