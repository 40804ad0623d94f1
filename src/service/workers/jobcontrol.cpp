// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/jobcontrol.h"

#include "service/workers/storefailure.h"

namespace pult::service {

namespace {

using contract::JobState;

/// A running job ends within 1 s of being asked to; beyond this, the answer is the job as it is.
constexpr Seconds kCancelPatience{3};

tl::unexpected<Error> hasState(const contract::Job &job)
{
    return fail(ErrorCode::conflict, "The job is " + std::string(contract::nameOf(job.state)));
}

} // namespace

JobControl::JobControl(JobCore &core, Dispatcher &dispatcher, JobReader &reader)
    : m_core(core)
    , m_dispatcher(dispatcher)
    , m_reader(reader)
{
}

Task<Result<contract::Job>> JobControl::cancel(contract::JobId id)
{
    const Deadline patience = Deadline::after(m_core.parts.clock, kCancelPatience);
    if (m_dispatcher.runner().tryCancel(id))
        co_return co_await m_reader.wait(id, patience);
    auto stored = co_await m_core.store.find(id);
    if (!stored)
        co_return tl::unexpected(storeFailure(std::move(stored.error())));
    if (m_dispatcher.runner().tryCancel(id))
        co_return co_await m_reader.wait(id, patience);
    co_return co_await cancelQueued(std::move(*stored));
}

Task<Result<contract::Job>> JobControl::cancelQueued(StoredJob stored)
{
    const QueueEntry entry = entryOf(stored);
    contract::Job &job = stored.job;
    const bool isTaken =
        m_core.board.with([&](Board &board) { return board.queue().lane(job.kind).erase(entry); });
    if (!isTaken)
        co_return hasState(job);
    const WallTime now = m_core.parts.clock.wallNow();
    const std::vector<contract::JobId> ids(1, job.id);
    const auto written = co_await m_core.store.cancelQueued(ids, now);
    if (!written) {
        m_core.board.with([&](Board &board) { board.queue().lane(job.kind).push(entry); });
        co_return tl::unexpected(storeFailure(written.error()));
    }
    job.state = JobState::cancelled;
    job.finished_at = now;
    m_core.metrics.finished(job.kind, job.state);
    m_core.events.job(job);
    m_core.events.queueChanged(job.kind);
    m_core.waiters.notify(job.id);
    co_return job;
}

/// While the change is on its way to the disk, a second retry would line the job up twice.
Task<Result<contract::Job>> JobControl::retry(contract::JobId id)
{
    if (!m_retrying.insert(id).second)
        co_return fail(ErrorCode::conflict, "The job is being retried already");
    auto stored = co_await m_core.store.find(id);
    Result<contract::Job> answer;
    if (stored)
        answer = co_await queueAgain(std::move(*stored));
    else
        answer = tl::unexpected(storeFailure(std::move(stored.error())));
    m_retrying.erase(id);
    co_return answer;
}

Task<Result<contract::Job>> JobControl::queueAgain(StoredJob stored)
{
    contract::Job &job = stored.job;
    if (!contract::isFinal(job.state) || job.state == JobState::succeeded)
        co_return hasState(job);
    auto admitted = m_core.board.with([](Board &board) { return board.admit(); });
    if (!admitted)
        co_return tl::unexpected(std::move(admitted.error()));
    job.state = JobState::queued;
    job.finished_at.reset();
    job.error.reset();
    stored.queuedAt = m_core.parts.clock.wallNow();
    const auto written = co_await m_core.store.update(stored);
    m_core.board.with([&](Board &board) {
        board.settle();
        if (written)
            board.queue().lane(job.kind).push(entryOf(stored));
    });
    if (!written)
        co_return tl::unexpected(storeFailure(written.error()));
    const contract::Job view = m_core.viewOf(stored);
    m_core.events.job(view);
    m_core.events.queueChanged(view.kind);
    m_dispatcher.fill();
    co_return view;
}

Task<Result<contract::KindQueue>> JobControl::setPaused(contract::Kind kind, bool paused)
{
    const auto written = co_await m_core.store.setPaused(kind, paused);
    if (!written)
        co_return tl::unexpected(storeFailure(written.error()));
    const auto report = m_core.board.with([&](Board &board) {
        board.queue().lane(kind).setPaused(paused);
        return board.report(kind);
    });
    m_core.events.queueChanged(kind);
    m_dispatcher.fill();
    co_return report;
}

Task<Result<contract::PurgeReport>> JobControl::purge(contract::Kind kind, std::int64_t expected)
{
    const auto taken = m_core.board.with([&](Board &board) -> Result<std::vector<QueueEntry>> {
        KindLane &lane = board.queue().lane(kind);
        if (static_cast<std::int64_t>(lane.depth()) != expected)
            return fail(ErrorCode::conflict,
                std::to_string(lane.depth()) + " jobs wait now, not " + std::to_string(expected));
        return lane.takeAll();
    });
    if (!taken)
        co_return tl::unexpected(taken.error());
    const auto dropped = co_await dropAll(kind, *taken);
    if (!dropped)
        co_return tl::unexpected(storeFailure(dropped.error()));
    co_return contract::PurgeReport{expected};
}

Task<Result<void>> JobControl::dropAll(contract::Kind kind, std::vector<QueueEntry> entries)
{
    std::vector<contract::JobId> ids;
    ids.reserve(entries.size());
    for (const QueueEntry &entry : entries)
        ids.push_back(entry.place.id);
    const auto written = co_await m_core.store.cancelQueued(ids, m_core.parts.clock.wallNow());
    if (!written) {
        m_core.board.with([&](Board &board) {
            for (const QueueEntry &entry : entries)
                board.queue().lane(kind).push(entry);
        });
        co_return written;
    }
    m_core.metrics.finished(kind, JobState::cancelled, static_cast<std::int64_t>(entries.size()));
    m_core.events.queueChanged(kind);
    for (const contract::JobId &id : ids)
        m_core.waiters.notify(id);
    co_return written;
}

} // namespace pult::service
