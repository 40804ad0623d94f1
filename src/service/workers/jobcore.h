// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/jobevents.h"
#include "service/workers/strandstore.h"
#include "service/workers/waiters.h"
#include "service/workers/workermetrics.h"

namespace pult::service {

/// What the pieces of the job service share.
struct JobCore {
    JobCore(JobServiceParts given, const Settings &settings)
        : parts(std::move(given))
        , strand(parts.executor)
        , inbox(strand)
        , store(parts.store, parts.results, inbox)
        , board(Board(parts.clock, settings))
        , metrics(parts.registry)
        , events(parts.events, strand, board)
    {
    }

    /// A job as its readers see it, unless it runs.
    [[nodiscard]] contract::Job viewOf(const StoredJob &stored) const
    {
        contract::Job job = stored.job;
        if (job.state == contract::JobState::queued)
            board.with([&](const Board &current) { current.describe(job, stored.queuedAt); });
        return job;
    }

    const JobServiceParts parts;
    const Strand strand;
    StrandInbox inbox;
    StrandStore store;
    Guarded<Board> board; ///< Changed on the strand, but for settings and admission.
    WorkerMetrics metrics;
    JobEvents events;
    Waiters waiters;
};

/// Where the job stands in the queue.
[[nodiscard]] inline QueueEntry entryOf(const StoredJob &stored)
{
    return {stored.job.priority, {stored.queuedAt, stored.job.id}};
}

} // namespace pult::service
