// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "service/store/database.h"
#include "service/store/sqlitejobstore.h"
#include "support/manualclock.h"
#include "support/temporarydirectory.h"
#include "support/waiting.h"

namespace pult::test {

/// A job store on a real database, with calls that wait for their end.
class StoreBench {
public:
    explicit StoreBench(const std::filesystem::path &home)
        : database(*service::Database::open(home, clock, registry))
        , store(*database)
    {
    }

    [[nodiscard]] service::StoredJob makeJob(std::string prompt = "a prompt")
    {
        service::StoredJob stored;
        stored.job.created_at = clock.wallNow();
        stored.job.id = contract::JobId::make(stored.job.created_at);
        stored.job.prompt = std::move(prompt);
        stored.job.timeout_s = Seconds(60);
        stored.queuedAt = stored.job.created_at;
        return stored;
    }
    void startInsert(
        service::JobInsertion insertion, std::function<void(Result<service::InsertedJob>)> done)
    {
        store.insert(
            std::make_shared<const service::JobInsertion>(std::move(insertion)), std::move(done));
    }
    Result<service::InsertedJob> insert(service::JobInsertion insertion)
    {
        return awaitDone<service::InsertedJob>(
            [&](auto done) { startInsert(std::move(insertion), std::move(done)); });
    }
    service::StoredJob insertNew(std::string prompt = "a prompt")
    {
        service::StoredJob stored = makeJob(std::move(prompt));
        EXPECT_TRUE(insert({stored, {}, {}}));
        return stored;
    }
    Result<void> update(const service::StoredJob &stored)
    {
        return awaitDone<void>([&](auto done) { store.update(stored, std::move(done)); });
    }
    Result<service::StoredJob> find(contract::JobId id)
    {
        return awaitDone<service::StoredJob>([&](auto done) { store.find(id, std::move(done)); });
    }
    Result<service::StoredJob> change(
        contract::JobId id, std::function<void(service::StoredJob &)> change)
    {
        return awaitDone<service::StoredJob>(
            [&](auto done) { store.change(id, std::move(change), std::move(done)); });
    }
    Result<std::optional<std::string>> output(contract::JobId id)
    {
        return awaitDone<std::optional<std::string>>(
            [&](auto done) { store.output(id, std::move(done)); });
    }
    /// The prompts of what is found, in order.
    std::vector<std::string> prompts(const service::JobQuery &query)
    {
        const auto found = awaitDone<std::vector<service::StoredJob>>(
            [&](auto done) { store.list(query, std::move(done)); });
        std::vector<std::string> texts;
        for (const service::StoredJob &stored : found.value())
            texts.push_back(stored.job.prompt);
        return texts;
    }
    std::vector<contract::JobId> queued()
    {
        std::vector<contract::JobId> ids;
        EXPECT_TRUE(
            store.visitQueued([&](const service::QueuedJob &job) { ids.push_back(job.id); }));
        return ids;
    }

    ManualClock clock;
    prometheus::Registry registry;
    std::unique_ptr<service::Database> database;
    service::SqliteJobStore store;
};

/// What a directory would hold had the process been killed now.
inline void copyAsIfKilled(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::filesystem::copy(from, to,
        std::filesystem::copy_options::recursive
            | std::filesystem::copy_options::overwrite_existing);
    std::filesystem::remove(to / "pult.db-shm");
}

} // namespace pult::test
