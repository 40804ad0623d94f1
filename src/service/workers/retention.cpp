// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/retention.h"

#include <boost/asio/detached.hpp>
#include <spdlog/spdlog.h>

namespace pult::service {

namespace {

constexpr Seconds kRetentionInterval{60};

void report(const Result<void> &outcome)
{
    if (!outcome)
        spdlog::warn("Ended jobs could not be removed: {}", outcome.error().detail);
}

} // namespace

Retention::Retention(JobCore &core)
    : m_core(core)
    , m_wake(core.strand)
    , m_ended(core.strand)
{
}

void Retention::start()
{
    m_isRunning = true;
    boost::asio::co_spawn(m_core.strand, run(), boost::asio::detached);
}

Task<> Retention::stop()
{
    m_isStopping = true;
    m_wake.notify();
    while (m_isRunning)
        co_await m_ended.wait();
}

Task<> Retention::run()
{
    report(co_await removeStrayFiles());
    while (!m_isStopping) {
        report(co_await removeOutlived());
        const Clock &clock = m_core.parts.clock;
        if (!m_isStopping)
            co_await m_wake.wait(clock, Deadline::after(clock, kRetentionInterval));
    }
    m_isRunning = false;
    m_ended.notify();
}

Task<Result<void>> Retention::removeStrayFiles()
{
    auto found = co_await m_core.store.listFiles();
    if (!found)
        co_return tl::unexpected(std::move(found.error()));
    auto strays = co_await m_core.store.unknownOf(std::move(*found));
    if (!strays)
        co_return tl::unexpected(std::move(strays.error()));
    co_return co_await m_core.store.removeFiles(std::move(*strays));
}

Task<Result<void>> Retention::removeOutlived()
{
    const auto kept = co_await m_core.store.keptBytes();
    if (!kept)
        co_return tl::unexpected(kept.error());
    const ResultSettings limits =
        m_core.board.with([](const Board &board) { return board.results(); });
    const WallTime now = m_core.parts.clock.wallNow();
    EndedJobs which;
    which.until = now - std::chrono::round<std::chrono::milliseconds>(limits.keep_s);
    which.bytes = *kept - limits.max_bytes;
    std::size_t removed = which.most;
    while (removed == which.most && !m_isStopping) {
        const auto gone = co_await m_core.store.removeEnded(which);
        if (!gone)
            co_return tl::unexpected(gone.error());
        removed = gone->ids.size();
        which.bytes -= gone->bytes;
        if (auto done = co_await m_core.store.removeFiles(gone->ids); !done)
            co_return done;
    }
    co_return Result<void>();
}

} // namespace pult::service
