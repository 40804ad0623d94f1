// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/database.h"
#include "service/store/jobstore.h"

namespace pult::service {

/// Jobs in the database, which must outlive it. Any thread.
class SqliteJobStore final : public JobStore {
public:
    explicit SqliteJobStore(Database &database);

    void insert(std::shared_ptr<const JobInsertion> job, Done<InsertedJob> done) override;
    void update(StoredJob job, Done<> done) override;
    void change(
        contract::JobId id, std::function<void(StoredJob &)> change, Done<StoredJob> done) override;
    void cancelQueued(std::vector<contract::JobId> ids, WallTime at, Done<> done) override;
    void setPaused(contract::Kind kind, bool paused, Done<> done) override;
    void removeEnded(EndedJobs which, Done<RemovedJobs> done) override;
    void find(contract::JobId id, Done<StoredJob> done) override;
    void output(contract::JobId id, Done<std::optional<std::string>> done) override;
    void list(JobQuery query, Done<std::vector<StoredJob>> done) override;
    void keptBytes(Done<std::int64_t> done) override;
    void unknownOf(
        std::vector<contract::JobId> ids, Done<std::vector<contract::JobId>> done) override;
    Result<void> reclaimLeases(std::int64_t maxAttempts, WallTime now) override;
    Result<void> visitQueued(const std::function<void(const QueuedJob &)> &visit) override;
    Result<std::vector<contract::Kind>> pausedKinds() override;

private:
    Database &m_database;
};

} // namespace pult::service
