// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <boost/asio/any_io_executor.hpp>
#include <prometheus/registry.h>

#include "base/clock.h"
#include "service/config/settings.h"
#include "service/providers/provider.h"
#include "service/providers/providergate.h"
#include "service/queue/backoff.h"
#include "service/store/jobstore.h"
#include "service/store/resultfiles.h"
#include "service/workers/jobservice.h"

namespace pult::service {

/// Told of everything that happens, in order for each job, on an io thread; it must not block.
struct EventSink {
    /// The job, and the same as JSON.
    std::function<void(const contract::Job &, const std::string &)> job;
    std::function<void(const contract::KindQueue &)> queue;
};

/// What the job service stands on; all of it outlives the service.
struct JobServiceParts {
    boost::asio::any_io_executor executor; ///< Of an io_context that runs on one thread.
    const Clock &clock;
    JobStore &store;
    ResultFiles &results;
    Provider &provider;
    prometheus::Registry &registry;
    EventSink events;
    Backoff backoff{}; ///< Between the attempts of a job.
    ProviderGate *gate = nullptr; ///< Null: attempts may always begin.
};

/// The settings that the job service has in force.
struct AppliedJobSettings {
    WorkerSettings workers;
    TimeoutSettings timeouts;
    QueueSettings queue;
    ResultSettings results;
    bool operator==(const AppliedJobSettings &) const = default;
};

/// Jobs that survive: kept in the store, lined up in memory, run in slots. Any thread.
/// drained() must have ended before it is destroyed.
class DurableJobService final : public JobService {
public:
    /// Reads the store, takes back what an earlier process was running, and starts to work; blocks
    /// meanwhile. Errors: those of the store.
    [[nodiscard]] static Result<std::unique_ptr<DurableJobService>> open(
        JobServiceParts parts, const Settings &settings);
    ~DurableJobService() override;

    /// In force when it returns. Jobs that already run finish, also beyond a lowered number.
    void apply(const Settings &settings);
    [[nodiscard]] AppliedJobSettings applied() const;
    /// The gate has opened or closed: jobs begin that may now.
    void providersChanged();
    /// Brings the gauges up to date; call it before each scrape.
    void refreshMetrics() const;

    Task<Result<AcceptedJob>> submit(NewJob job) override;
    Task<Result<contract::Job>> find(contract::JobId id) override;
    Task<Result<contract::Job>> wait(contract::JobId id, Deadline deadline) override;
    Task<Result<std::string>> clientOf(contract::JobId id) override;
    Task<Result<contract::JobPage>> list(JobFilter filter) override;
    Task<Result<JobOutput>> result(contract::JobId id) override;
    Task<Result<contract::Job>> cancel(contract::JobId id) override;
    Task<Result<contract::Job>> retry(contract::JobId id) override;
    Task<Result<contract::KindQueue>> pause(contract::Kind kind) override;
    Task<Result<contract::KindQueue>> resume(contract::Kind kind) override;
    Task<Result<contract::PurgeReport>> purge(contract::Kind kind, std::int64_t expected) override;
    [[nodiscard]] contract::QueueReport queue() const override;
    void drain() override;
    Task<> drained(Deadline deadline) override;

private:
    class Engine;

    explicit DurableJobService(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> m_engine;
};

} // namespace pult::service
