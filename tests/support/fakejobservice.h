// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "contract/encodetext.h"
#include "service/workers/jobservice.h"

namespace pult::test {

/// Jobs that are accepted and never run. One thread.
class FakeJobService final : public service::JobService {
public:
    template <class T = void>
    using Task = service::Task<T>;

    Task<Result<service::AcceptedJob>> submit(service::NewJob job) override
    {
        contract::Job accepted;
        accepted.id = contract::JobId::make(WallTime(std::chrono::seconds(1'800'000'000)));
        accepted.kind = job.kind;
        accepted.prompt = job.request.prompt;
        clients[accepted.id] = job.client;
        jobs[accepted.id] = accepted;
        submitted.push_back(std::move(job));
        co_return service::AcceptedJob{accepted.id, accepted.state, contract::encodeText(accepted)};
    }
    Task<Result<contract::Job>> find(contract::JobId id) override
    {
        if (jobs.contains(id))
            co_return jobs.at(id);
        co_return missing();
    }
    Task<Result<contract::Job>> wait(contract::JobId id, Deadline) override
    {
        ++waits;
        if (finishesWaits)
            jobs[id].state = contract::JobState::succeeded;
        co_return jobs[id];
    }
    Task<Result<std::string>> clientOf(contract::JobId id) override
    {
        if (clients.contains(id))
            co_return clients.at(id);
        co_return missing();
    }
    Task<Result<contract::JobPage>> list(service::JobFilter filter) override
    {
        listed = std::move(filter);
        co_return contract::JobPage{};
    }
    Task<Result<service::JobOutput>> result(contract::JobId) override
    {
        if (resultFile)
            co_return *resultFile;
        co_return missing();
    }
    Task<Result<contract::Job>> cancel(contract::JobId id) override { return find(id); }
    Task<Result<contract::Job>> retry(contract::JobId id) override { return find(id); }
    Task<Result<contract::KindQueue>> pause(contract::Kind kind) override
    {
        co_return queueOf(kind, true);
    }
    Task<Result<contract::KindQueue>> resume(contract::Kind kind) override
    {
        co_return queueOf(kind, false);
    }
    Task<Result<contract::PurgeReport>> purge(contract::Kind, std::int64_t expected) override
    {
        co_return contract::PurgeReport{expected};
    }
    [[nodiscard]] contract::QueueReport queue() const override { return {}; }
    void drain() override { }
    Task<> drained(Deadline) override { co_return; }

    std::map<contract::JobId, contract::Job> jobs;
    std::map<contract::JobId, std::string> clients;
    std::vector<service::NewJob> submitted;
    service::JobFilter listed;
    std::optional<service::JobOutput> resultFile;
    bool finishesWaits = false;
    int waits = 0;

private:
    static contract::KindQueue queueOf(contract::Kind kind, bool paused)
    {
        contract::KindQueue queue;
        queue.kind = kind;
        queue.paused = paused;
        return queue;
    }
    static tl::unexpected<Error> missing()
    {
        return fail(ErrorCode::notFound, "There is no such job");
    }
};

} // namespace pult::test
