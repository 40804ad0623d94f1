// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/deadline.h"
#include "contract/event.h"
#include "contract/job.h"
#include "service/runtime/task.h"

namespace pult::service {

struct NewJob {
    contract::Kind kind = contract::Kind::text;
    contract::GenerateRequest request; ///< Valid for the kind.
    std::string client; ///< Whose job it is: a key made of the token's id, else of the address.
    std::optional<std::string> idempotencyKey; ///< Scoped to the client, kept 24 h.
};

struct AcceptedJob {
    contract::JobId id;
    contract::JobState state = contract::JobState::queued;
    std::string json; ///< The whole job, as it was told to those who listen.
    bool isReplay = false; ///< The key was seen before: this is the earlier job.
};

struct JobFilter {
    std::optional<contract::JobState> state;
    std::optional<contract::Kind> kind;
    std::string text; ///< In prompt or id, any case.
    std::optional<WallTime> since;
    std::size_t limit = 50; ///< 1..500
    std::string cursor; ///< As answered in next_cursor.
};

struct JobOutput {
    contract::JobResult about;
    std::variant<std::string, std::filesystem::path> bytes; ///< Themselves, or the file with them.
};

/// Everything the front door can ask of jobs: durable queue, slots and provider behind one door.
/// Any thread; every call resumes on the caller's executor. What a call changed is on disk before
/// it answers.
class JobService {
public:
    virtual ~JobService() = default;

    /// Errors: unavailable (queue full, draining, store down), conflict (the key was used with
    /// another body).
    virtual Task<Result<AcceptedJob>> submit(NewJob job) = 0;
    /// Errors: notFound.
    virtual Task<Result<contract::Job>> find(contract::JobId id) = 0;
    /// The job once it is final, or as it stands at the deadline. Errors: notFound.
    virtual Task<Result<contract::Job>> wait(contract::JobId id, Deadline deadline) = 0;
    /// Whose job it is, see NewJob::client. Errors: notFound.
    virtual Task<Result<std::string>> clientOf(contract::JobId id) = 0;
    /// Errors: invalidArgument (cursor).
    virtual Task<Result<contract::JobPage>> list(JobFilter filter) = 0;
    /// Errors: notFound, conflict (not succeeded).
    virtual Task<Result<JobOutput>> result(contract::JobId id) = 0;

    /// Queued: cancelled at once. Running: cancelled within 1 s; the answer has the state then.
    /// Errors: notFound, conflict (has ended).
    virtual Task<Result<contract::Job>> cancel(contract::JobId id) = 0;
    /// Queues a failed, cancelled or timed out job again. Errors: notFound, conflict, unavailable.
    virtual Task<Result<contract::Job>> retry(contract::JobId id) = 0;

    /// Survive a restart.
    virtual Task<Result<contract::KindQueue>> pause(contract::Kind kind) = 0;
    virtual Task<Result<contract::KindQueue>> resume(contract::Kind kind) = 0;
    /// Cancels all queued jobs of the kind. Errors: conflict when their number is not `expected`.
    virtual Task<Result<contract::PurgeReport>> purge(
        contract::Kind kind, std::int64_t expected) = 0;

    /// As of now; cheap.
    [[nodiscard]] virtual contract::QueueReport queue() const = 0;

    /// From now on submit answers unavailable and nothing new starts.
    virtual void drain() = 0;
    /// Until no job runs, or the deadline; jobs still running then are put back into the queue.
    virtual Task<> drained(Deadline deadline) = 0;
};

} // namespace pult::service
