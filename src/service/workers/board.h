// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/config/settings.h"
#include "service/queue/jobqueue.h"

namespace pult::service {

/// What waits, what runs and what may: queue, slots and the settings that rule them. One thread;
/// shared as Guarded<Board>. The clock must outlive it.
class Board {
public:
    Board(const Clock &clock, const Settings &settings);

    /// In force at once. Lowering a number of slots stops nothing that runs.
    void apply(const Settings &settings);
    [[nodiscard]] const WorkerSettings &slots() const { return m_slots; }
    [[nodiscard]] const TimeoutSettings &timeouts() const { return m_timeouts; }
    [[nodiscard]] const QueueSettings &limits() const { return m_limits; }
    [[nodiscard]] const ResultSettings &results() const { return m_results; }

    [[nodiscard]] JobQueue &queue() { return m_queue; }
    [[nodiscard]] const JobQueue &queue() const { return m_queue; }

    /// Reserves room for a job that is being stored; settle() gives it back.
    /// Errors: unavailable (full, or draining).
    [[nodiscard]] Result<void> admit();
    void settle() { --m_admitted; }
    [[nodiscard]] std::int64_t admitted() const { return m_admitted; }

    /// Takes the next job of the kind and a slot for it, if there are both.
    [[nodiscard]] std::optional<QueueEntry> tryStart(contract::Kind kind);
    /// Gives the slot back.
    void release(contract::Kind kind);
    /// An attempt has ended by itself, after that time; the expectations follow it.
    void recordRun(contract::Kind kind, Seconds length);
    [[nodiscard]] std::int64_t running(contract::Kind kind) const;

    /// Why the provider takes no job of the kind, in the words of waiting_for.
    void setObstacle(contract::Kind kind, std::optional<std::string> obstacle);

    void drain() { m_isDraining = true; }
    [[nodiscard]] bool isDraining() const { return m_isDraining; }

    [[nodiscard]] contract::KindQueue report(contract::Kind kind) const;
    [[nodiscard]] contract::QueueReport report() const;
    /// Fills in position, eta_s and waiting_for of a queued job.
    void describe(contract::Job &job, WallTime queuedAt) const;

private:
    struct Slots {
        std::int64_t running = 0;
        std::optional<Seconds> meanRun; ///< Moving mean.
        std::optional<std::string> obstacle;
    };

    [[nodiscard]] Slots &slotsOf(contract::Kind kind);
    [[nodiscard]] const Slots &slotsOf(contract::Kind kind) const;
    [[nodiscard]] std::optional<Seconds> etaOf(contract::Kind kind, std::int64_t position) const;
    [[nodiscard]] std::string waitingFor(
        const contract::Job &job, std::optional<SteadyTime> due) const;

    const Clock &m_clock;
    JobQueue m_queue;
    WorkerSettings m_slots;
    TimeoutSettings m_timeouts;
    QueueSettings m_limits;
    ResultSettings m_results;
    std::array<Slots, contract::kAllKinds.size()> m_kinds;
    std::int64_t m_admitted = 0;
    bool m_isDraining = false;
};

} // namespace pult::service
