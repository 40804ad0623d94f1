// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/engine.h"

#include <algorithm>

namespace pult::service {

DurableJobService::Engine::Engine(JobServiceParts parts, const Settings &settings)
    : m_core(std::move(parts), settings)
    , m_dispatcher(m_core)
    , m_submissions(m_core, m_dispatcher)
    , m_reader(m_core, m_dispatcher.runner())
    , m_control(m_core, m_dispatcher, m_reader)
    , m_retention(m_core)
    , m_callEnded(m_core.strand)
{
}

Result<void> DurableJobService::Engine::load()
{
    JobStore &store = m_core.parts.store;
    const auto maxAttempts =
        m_core.board.with([](const Board &board) { return board.limits().max_attempts; });
    return store.reclaimLeases(maxAttempts, m_core.parts.clock.wallNow())
        .and_then([&] { return lineUpQueued(); })
        .and_then([&] { return store.pausedKinds(); })
        .map([this](const std::vector<contract::Kind> &paused) {
            m_core.board.with([&](Board &board) {
                for (const contract::Kind kind : paused)
                    board.queue().lane(kind).setPaused(true);
            });
        });
}

Result<void> DurableJobService::Engine::lineUpQueued()
{
    return m_core.board.with([&](Board &board) {
        return m_core.parts.store.visitQueued([&](const QueuedJob &job) {
            const auto priority = std::clamp<std::int64_t>(job.priority, 0, contract::kMaxPriority);
            board.queue().lane(job.kind).push({priority, {job.queuedAt, job.id}});
        });
    });
}

void DurableJobService::Engine::start()
{
    m_retention.start();
    boost::asio::post(m_core.strand, [this] { m_dispatcher.fill(); });
}

void DurableJobService::Engine::apply(const Settings &settings)
{
    m_core.board.with([&](Board &board) { board.apply(settings); });
    boost::asio::post(m_core.strand, [this] {
        for (const contract::Kind kind : contract::kAllKinds)
            m_core.events.queueChanged(kind);
        m_dispatcher.fill();
        m_retention.hurry();
    });
}

AppliedJobSettings DurableJobService::Engine::applied() const
{
    return m_core.board.with([](const Board &board) {
        return AppliedJobSettings{board.slots(), board.timeouts(), board.limits(), board.results()};
    });
}

void DurableJobService::Engine::providersChanged()
{
    boost::asio::post(m_core.strand, [this] { m_dispatcher.fill(); });
}

void DurableJobService::Engine::refreshMetrics()
{
    m_core.metrics.refresh(queue());
}

contract::QueueReport DurableJobService::Engine::queue() const
{
    return m_core.board.with([](const Board &board) { return board.report(); });
}

void DurableJobService::Engine::drain()
{
    m_core.board.with([](Board &board) { board.drain(); });
}

Task<> DurableJobService::Engine::drained(Deadline deadline)
{
    co_await onStrand(m_core.strand, stop(deadline));
}

bool DurableJobService::Engine::isSettled() const
{
    return m_dispatcher.isIdle() && m_submissions.isIdle();
}

/// Jobs end, or are put back; then those who wait for jobs are sent home.
Task<bool> DurableJobService::Engine::stop(Deadline deadline)
{
    const Clock &clock = m_core.parts.clock;
    while (!isSettled() && !deadline.isReached(clock))
        co_await m_dispatcher.settled().wait(clock, deadline);
    m_dispatcher.runner().putAllBack();
    while (!isSettled())
        co_await m_dispatcher.settled().wait();
    m_core.waiters.close();
    while (m_calls > 0)
        co_await m_callEnded.wait();
    co_await m_retention.stop();
    co_await m_dispatcher.stop();
    co_await m_core.events.stop();
    co_return true;
}

} // namespace pult::service
