// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "contract/job.h"

namespace pult::service {

/// A job as it is kept. Of the job, position, eta_s, waiting_for and params.tgs are not.
struct StoredJob {
    contract::Job job;
    std::string client; ///< The token's id, or "".
    WallTime queuedAt; ///< When it was created, or queued again by hand: its place in the queue.
    std::optional<std::string> tgs{}; ///< params.tgs as it was submitted; lists leave it out.
    /// The bytes of a result that is kept beside the job. Written by update; read by output()
    /// alone.
    std::optional<std::string> output{};
    bool operator==(const StoredJob &) const = default;
};

struct JobInsertion {
    StoredJob stored;
    std::optional<std::string> idempotencyKey; ///< Scoped to the client.
    std::string request; ///< What the key stands for; compared as it is.
};

struct InsertedJob {
    contract::JobId id;
    bool isReplay = false; ///< Nothing was inserted: this is the earlier job of the same key.
};

struct JobQuery {
    std::optional<contract::JobState> state;
    std::optional<contract::Kind> kind;
    std::string text; ///< In prompt or id, any case; "": all.
    std::optional<WallTime> since; ///< Created then or later.
    std::optional<contract::JobId> before; ///< Only older ones.
    std::size_t limit = 50;
};

/// What the queue is rebuilt from.
struct QueuedJob {
    contract::JobId id;
    contract::Kind kind = contract::Kind::text;
    std::int64_t priority = 0;
    WallTime queuedAt;
};

/// Which ended jobs to remove, those that ended first before all others.
struct EndedJobs {
    WallTime until; ///< All that had ended by then,
    std::int64_t bytes = 0; ///< and more, until that much is gone,
    std::size_t most = 500; ///< but no more than this at once.
};

struct RemovedJobs {
    std::vector<contract::JobId> ids;
    std::int64_t bytes = 0; ///< What they took, as keptBytes() counts.
};

/// How long an idempotency key is remembered.
inline constexpr std::chrono::hours kIdempotencyLifetime{24};

/// Jobs, durably. Any thread.
///
/// A call that takes `done` returns at once; done is called once, on a thread of the store, after
/// what it changed is on disk. Changes take effect in the order of the calls. Errors besides those
/// named: io, corrupt, unavailable.
class JobStore {
public:
    template <class T = void>
    using Done = std::function<void(Result<T>)>;

    virtual ~JobStore() = default;

    /// Errors: conflict (the key was used with another request).
    virtual void insert(std::shared_ptr<const JobInsertion> job, Done<InsertedJob> done) = 0;
    /// Writes everything that changes in a job's life: all but its request. Errors: notFound.
    virtual void update(StoredJob job, Done<> done) = 0;
    /// Reads the job, lets `change` change it, on a thread of the store, and writes it as update
    /// does: one step, with nothing between. Answers the job as it then is. Errors: notFound.
    virtual void change(
        contract::JobId id, std::function<void(StoredJob &)> change, Done<StoredJob> done) = 0;
    /// All or none of them.
    virtual void cancelQueued(std::vector<contract::JobId> ids, WallTime at, Done<> done) = 0;
    virtual void setPaused(contract::Kind kind, bool paused, Done<> done) = 0;
    /// Their result files stay.
    virtual void removeEnded(EndedJobs which, Done<RemovedJobs> done) = 0;

    /// Errors: notFound.
    virtual void find(contract::JobId id, Done<StoredJob> done) = 0;
    /// Nothing if the job has none, or its result is a file. Errors: notFound.
    virtual void output(contract::JobId id, Done<std::optional<std::string>> done) = 0;
    /// Newest first.
    virtual void list(JobQuery query, Done<std::vector<StoredJob>> done) = 0;
    /// What the ended jobs take: their results, prompts and files, and a fixed size for the rest.
    virtual void keptBytes(Done<std::int64_t> done) = 0;
    /// Those of the ids that no job has.
    virtual void unknownOf(
        std::vector<contract::JobId> ids, Done<std::vector<contract::JobId>> done) = 0;

    /// At the start, before anything else, these block. Jobs found running lost their worker: they
    /// are queued again, or failed once they have begun maxAttempts runs.
    [[nodiscard]] virtual Result<void> reclaimLeases(std::int64_t maxAttempts, WallTime now) = 0;
    /// Visits every queued job, oldest id first.
    [[nodiscard]] virtual Result<void> visitQueued(
        const std::function<void(const QueuedJob &)> &visit) = 0;
    [[nodiscard]] virtual Result<std::vector<contract::Kind>> pausedKinds() = 0;
};

} // namespace pult::service
