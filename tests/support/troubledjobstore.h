// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "service/store/jobstore.h"

namespace pult::test {

/// A store in front of a real one, whose writes fail while the test says so. Any thread.
class TroubledJobStore final : public service::JobStore {
public:
    explicit TroubledJobStore(service::JobStore &real)
        : m_real(real)
    {
    }

    void setFailing(bool failing) { m_isFailing = failing; }
    /// Writes refused so far.
    [[nodiscard]] int refusals() const { return m_refusals; }

    void insert(
        std::shared_ptr<const service::JobInsertion> job, Done<service::InsertedJob> done) override
    {
        if (!tryRefuse(done))
            m_real.insert(std::move(job), std::move(done));
    }
    void update(service::StoredJob job, Done<> done) override
    {
        if (!tryRefuse(done))
            m_real.update(std::move(job), std::move(done));
    }
    void change(contract::JobId id, std::function<void(service::StoredJob &)> change,
        Done<service::StoredJob> done) override
    {
        if (!tryRefuse(done))
            m_real.change(id, std::move(change), std::move(done));
    }
    void cancelQueued(std::vector<contract::JobId> ids, WallTime at, Done<> done) override
    {
        if (!tryRefuse(done))
            m_real.cancelQueued(std::move(ids), at, std::move(done));
    }
    void setPaused(contract::Kind kind, bool paused, Done<> done) override
    {
        if (!tryRefuse(done))
            m_real.setPaused(kind, paused, std::move(done));
    }
    void removeEnded(service::EndedJobs which, Done<service::RemovedJobs> done) override
    {
        if (!tryRefuse(done))
            m_real.removeEnded(which, std::move(done));
    }
    void find(contract::JobId id, Done<service::StoredJob> done) override
    {
        m_real.find(id, std::move(done));
    }
    void output(contract::JobId id, Done<std::optional<std::string>> done) override
    {
        m_real.output(id, std::move(done));
    }
    void list(service::JobQuery query, Done<std::vector<service::StoredJob>> done) override
    {
        m_real.list(std::move(query), std::move(done));
    }
    void keptBytes(Done<std::int64_t> done) override { m_real.keptBytes(std::move(done)); }
    void unknownOf(
        std::vector<contract::JobId> ids, Done<std::vector<contract::JobId>> done) override
    {
        m_real.unknownOf(std::move(ids), std::move(done));
    }
    Result<void> reclaimLeases(std::int64_t maxAttempts, WallTime now) override
    {
        return m_real.reclaimLeases(maxAttempts, now);
    }
    Result<void> visitQueued(const std::function<void(const service::QueuedJob &)> &visit) override
    {
        return m_real.visitQueued(visit);
    }
    Result<std::vector<contract::Kind>> pausedKinds() override { return m_real.pausedKinds(); }

private:
    template <class T>
    bool tryRefuse(const Done<T> &done)
    {
        if (!m_isFailing)
            return false;
        ++m_refusals;
        done(fail(ErrorCode::io, "The disk is on holiday"));
        return true;
    }

    service::JobStore &m_real;
    std::atomic<bool> m_isFailing = false;
    std::atomic<int> m_refusals = 0;
};

} // namespace pult::test
