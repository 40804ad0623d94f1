// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <gtest/gtest.h>

#include "service/runtime/iothreads.h"
#include "service/store/database.h"
#include "service/store/sqlitejobstore.h"
#include "service/workers/durablejobservice.h"
#include "support/eventlog.h"
#include "support/fakeprovider.h"
#include "support/temporarydirectory.h"
#include "support/troubledjobstore.h"

namespace pult::test {

/// A real job service on a real database in a directory of its own, with a provider that obeys.
class JobServiceBench {
public:
    explicit JobServiceBench(service::Settings given = {}, const std::filesystem::path &home = {})
        : settings(std::move(given))
        , directory(home.empty() ? m_own.path() : home)
        , database(*service::Database::open(directory, clock, registry))
        , realStore(*database)
        , results(*service::ResultFiles::open(directory))
        , service(*service::DurableJobService::open(
              {io.context().get_executor(), clock, store, *results, provider, registry,
                  {[this](const auto &job, const std::string &) { events.addJob(job); },
                      [this](const auto &) { events.addQueue(); }},
                  {Seconds(0.01), Seconds(0.05), 0.2}},
              settings))
    {
    }
    ~JobServiceBench()
    {
        service->drain();
        await(io.context(), service->drained(Deadline::after(clock, Seconds(0))));
    }

    template <class T>
    T run(service::Task<T> task)
    {
        return await(io.context(), std::move(task));
    }

    [[nodiscard]] static service::NewJob newJob(
        contract::Kind kind = contract::Kind::text, std::int64_t priority = 5)
    {
        service::NewJob job;
        job.kind = kind;
        job.request.prompt = "a prompt";
        job.request.priority = priority;
        return job;
    }
    contract::Job submit(service::NewJob job = newJob())
    {
        auto accepted = run(service->submit(std::move(job)));
        EXPECT_TRUE(accepted) << accepted.error().detail;
        return *contract::decodeText<contract::Job>(accepted->json);
    }
    contract::Job find(contract::JobId id) { return *run(service->find(id)); }
    contract::Job waitForEnd(contract::JobId id)
    {
        return *run(service->wait(id, Deadline::after(clock, kPatience)));
    }
    [[nodiscard]] contract::KindQueue queueOf(contract::Kind kind) const
    {
        return service->queue().kinds.at(static_cast<std::size_t>(kind));
    }

private:
    TemporaryDirectory m_own;

public:
    SystemClock clock;
    prometheus::Registry registry;
    EventLog events;
    service::Settings settings;
    std::filesystem::path directory;
    FakeProvider provider{clock};
    service::IoThreads io{2};
    std::unique_ptr<service::Database> database;
    service::SqliteJobStore realStore;
    TroubledJobStore store{realStore};
    std::unique_ptr<service::ResultFiles> results;
    std::unique_ptr<service::DurableJobService> service;
};

/// Settings with that many slots for texts.
[[nodiscard]] inline service::Settings withTextSlots(std::int64_t slots)
{
    service::Settings settings;
    settings.workers.text = slots;
    return settings;
}

} // namespace pult::test
