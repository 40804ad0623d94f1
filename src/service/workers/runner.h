// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <random>
#include <unordered_map>

#include "service/workers/attempt.h"
#include "service/workers/jobcore.h"

namespace pult::service {

/// Runs jobs, each from its slot to its end on disk. Everything on the strand.
class Runner {
public:
    /// slotFreed is called after each attempt, when its slot is free again.
    Runner(JobCore &core, std::function<void()> slotFreed);

    /// The slot has been taken on the board; the pass is held until the attempt has ended.
    void start(contract::Kind kind, QueueEntry entry, ProviderGate::Pass pass);

    /// The job as it stands, if it runs and has begun to.
    [[nodiscard]] std::optional<contract::Job> runningJob(contract::JobId id) const;
    /// Whether it runs; then it ends within 1 s.
    bool tryCancel(contract::JobId id);
    void putAllBack();
    [[nodiscard]] bool isIdle() const { return m_running.empty(); }

private:
    struct Running {
        Cancellation cancellation;
        StopRequest asked = StopRequest::none;
        std::optional<StoredJob> stored; ///< Once it has begun; running until its end is on disk.
        std::optional<std::string> output; ///< A small result.
        SteadyTime shownAt; ///< When its progress was last told.
    };

    Task<> run(contract::Kind kind, QueueEntry entry, ProviderGate::Pass pass);
    Task<Result<void>> begin(Running &running, contract::JobId id);
    Task<Result<contract::JobResult>> generate(Running &running);
    Task<Result<contract::JobResult>> keep(Running &running, Artifact artifact);
    Task<Result<void>> writeFile(const Running &running, std::string bytes);
    Task<> end(Running &running, Result<contract::JobResult> outcome);
    Task<bool> persist(const Running &running, const StoredJob &ended);
    void holdBack(contract::Kind kind, const QueueEntry &entry, const Error &error);
    [[nodiscard]] Provider::Progress progressOf(contract::JobId id);
    void showProgress(contract::JobId id, double progress);
    /// Not before that time has passed, and not before the job's own backoff.
    void lineUpAgain(const StoredJob &stored, Seconds patience);
    void tellEnd(const contract::Job &job);

    JobCore &m_core;
    std::function<void()> m_slotFreed;
    std::unordered_map<contract::JobId, Running> m_running;
    std::mt19937_64 m_random{std::random_device{}()};
};

} // namespace pult::service
