// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/groupwriter.h"

#include <utility>

namespace pult::service {

namespace {

/// As long as a commit takes on a quick disk.
constexpr std::chrono::microseconds kGather{300};

} // namespace

GroupWriter::GroupWriter(
    SqliteConnection connection, const Clock &clock, prometheus::Registry &registry)
    : m_connection(std::move(connection))
    , m_clock(clock)
    , m_metrics(registry, "store")
    , m_busy(BusyShare(clock.now()))
    , m_thread([this] { run(); })
{
}

GroupWriter::~GroupWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_one();
}

void GroupWriter::push(std::unique_ptr<Write> write)
{
    bool wasIdle = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasIdle = m_waiting.empty();
        m_waiting.push_back({std::move(write), m_clock.now()});
    }
    if (wasIdle)
        m_arrived.notify_one();
}

std::size_t GroupWriter::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size();
}

Result<void> GroupWriter::lastCommit() const
{
    return m_lastCommit.with([](const Result<void> &last) { return last; });
}

void GroupWriter::refreshMetrics() const
{
    const SteadyTime now = m_clock.now();
    const double share = m_busy.with([now](const BusyShare &busy) { return busy.at(now); });
    m_metrics.setShare(share, waiting());
}

void GroupWriter::run()
{
    std::vector<Waiting> batch = takeBatch(Pace::atOnce);
    while (!batch.empty()) {
        setBusy(true);
        commit(batch);
        setBusy(false);
        batch = takeBatch(batch.size() > 1 ? Pace::gathering : Pace::atOnce);
    }
}

std::vector<GroupWriter::Waiting> GroupWriter::takeBatch(Pace pace)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (pace == Pace::gathering)
        m_arrived.wait_for(lock, kGather, [this] { return m_stopping; });
    return std::exchange(m_waiting, {});
}

void GroupWriter::setBusy(bool isBusy)
{
    const SteadyTime now = m_clock.now();
    m_busy.with([&](BusyShare &share) { share.set(isBusy, now); });
}

void GroupWriter::commit(const std::vector<Waiting> &batch)
{
    const SteadyTime begin = m_clock.now();
    for (const Waiting &waiting : batch)
        m_metrics.acquired(begin - waiting.since);
    const std::int64_t changesBefore = m_connection.totalChanges();
    Result<void> outcome = apply(batch);
    if (!outcome && m_connection.isInTransaction())
        (void)m_connection.execute("ROLLBACK");
    if (!outcome || m_connection.totalChanges() != changesBefore)
        m_lastCommit.with([&](Result<void> &last) { last = outcome; });
    for (const Waiting &waiting : batch)
        waiting.write->finish(outcome);
}

/// A full disk or a failing one can end the transaction in the middle: then all of it failed.
Result<void> GroupWriter::apply(const std::vector<Waiting> &batch)
{
    if (auto begun = m_connection.run("BEGIN IMMEDIATE"); !begun)
        return begun;
    for (const Waiting &waiting : batch) {
        waiting.write->apply(m_connection);
        if (!m_connection.isInTransaction())
            return fail(ErrorCode::io, "The database gave the transaction up; is the disk full?");
    }
    return m_connection.run("COMMIT");
}

} // namespace pult::service
