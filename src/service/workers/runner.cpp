// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/runner.h"

#include <boost/asio/detached.hpp>
#include <spdlog/spdlog.h>

namespace pult::service {

namespace {

using contract::Kind;

/// Larger results are files. SQLite keeps as many bytes as fast as a file that is synced alone.
constexpr std::size_t kLargestInRow = 16 * 1024;
/// How often a store that fails is asked again to keep the result and the end of a job.
constexpr Seconds kPersistInterval{1};
/// How often the progress of one job is told at most.
constexpr std::chrono::milliseconds kProgressInterval{500};

} // namespace

Runner::Runner(JobCore &core, std::function<void()> slotFreed)
    : m_core(core)
    , m_slotFreed(std::move(slotFreed))
{
}

void Runner::start(Kind kind, QueueEntry entry, ProviderGate::Pass pass)
{
    m_running.emplace(entry.place.id, Running{});
    boost::asio::co_spawn(m_core.strand, run(kind, entry, std::move(pass)), boost::asio::detached);
}

std::optional<contract::Job> Runner::runningJob(contract::JobId id) const
{
    const auto found = m_running.find(id);
    if (found == m_running.end() || !found->second.stored)
        return std::nullopt;
    return found->second.stored->job;
}

bool Runner::tryCancel(contract::JobId id)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return false;
    found->second.asked = StopRequest::cancel;
    found->second.cancellation.request();
    return true;
}

void Runner::putAllBack()
{
    for (auto &[id, running] : m_running) {
        if (running.asked == StopRequest::none)
            running.asked = StopRequest::putBack;
        running.cancellation.request();
    }
}

Task<> Runner::run(Kind kind, QueueEntry entry, ProviderGate::Pass pass)
{
    const contract::JobId id = entry.place.id;
    Running &running = m_running.at(id);
    const auto begun = co_await begin(running, id);
    if (begun) {
        auto outcome = co_await generate(running);
        co_await end(running, std::move(outcome));
    } else if (begun.error().code != ErrorCode::notFound) {
        holdBack(kind, entry, begun.error());
    }
    pass.reset();
    m_running.erase(id);
    m_core.board.with([kind](Board &board) { board.release(kind); });
    m_core.events.queueChanged(kind);
    m_core.waiters.notify(id);
    m_slotFreed();
}

/// The attempt counts before it runs: a job that brings the process down shall not do so for ever.
Task<Result<void>> Runner::begin(Running &running, contract::JobId id)
{
    const WallTime now = m_core.parts.clock.wallNow();
    std::function<void(StoredJob &)> begun = [now](StoredJob &job) { beginAttempt(job, now); };
    auto stored = co_await m_core.store.change(id, std::move(begun));
    if (!stored)
        co_return tl::unexpected(std::move(stored.error()));
    if (stored->job.attempts == 1)
        m_core.metrics.started(
            stored->job.kind, secondsBetween(stored->queuedAt, *stored->job.started_at));
    running.stored = std::move(*stored);
    m_core.events.job(running.stored->job);
    co_return Result<void>();
}

Task<Result<contract::JobResult>> Runner::generate(Running &running)
{
    const JobServiceParts &parts = m_core.parts;
    contract::Job job = running.stored->job;
    job.params.tgs = running.stored->tgs;
    const contract::JobId id = job.id;
    const Seconds longest = m_core.board.with(
        [&](const Board &board) { return timeoutFor(board.timeouts(), job.kind); });
    const Deadline deadline = Deadline::after(parts.clock, std::min(job.timeout_s, longest));
    const SteadyTime begin = parts.clock.now();
    const std::string provider = parts.provider.nameFor(job);
    auto made =
        co_await parts.provider.run(std::move(job), deadline, running.cancellation, progressOf(id));
    m_core.metrics.providerCalled(
        provider, made.map([](const Artifact &) {}), parts.clock.now() - begin);
    if (!made)
        co_return tl::unexpected(std::move(made.error()));
    co_return co_await keep(running, std::move(*made));
}

Task<Result<contract::JobResult>> Runner::keep(Running &running, Artifact artifact)
{
    contract::JobResult result;
    result.media_type = std::move(artifact.mediaType);
    result.bytes = static_cast<std::int64_t>(artifact.bytes.size());
    result.width = artifact.width;
    result.height = artifact.height;
    result.sticker_id = std::move(artifact.stickerId);
    result.link = "/api/v1/jobs/" + toString(running.stored->job.id) + "/result";
    if (artifact.bytes.size() <= kLargestInRow) {
        running.output = std::move(artifact.bytes);
        co_return result;
    }
    const auto written = co_await writeFile(running, std::move(artifact.bytes));
    if (!written)
        co_return tl::unexpected(written.error());
    co_return result;
}

/// Asks until the disk takes it: on a full one the work of an attempt is not thrown away.
Task<Result<void>> Runner::writeFile(const Running &running, std::string bytes)
{
    const contract::JobId id = running.stored->job.id;
    const auto content = std::make_shared<const std::string>(std::move(bytes));
    StrandSignal never(m_core.strand);
    for (;;) {
        auto written = co_await m_core.store.writeFile(id, content);
        if (written || running.asked != StopRequest::none)
            co_return written;
        spdlog::error(
            "The result of job {} could not be kept: {}", toString(id), written.error().detail);
        co_await never.wait(
            m_core.parts.clock, Deadline::after(m_core.parts.clock, kPersistInterval));
    }
}

Task<> Runner::end(Running &running, Result<contract::JobResult> outcome)
{
    StoredJob ended = *running.stored;
    ended.output = std::move(running.output);
    const auto maxAttempts =
        m_core.board.with([](const Board &board) { return board.limits().max_attempts; });
    endAttempt(ended, outcome, running.asked, maxAttempts, m_core.parts.clock.wallNow());
    const bool isPersisted = co_await persist(running, ended);
    if (!isPersisted)
        co_return;
    if (ended.job.state == contract::JobState::queued)
        lineUpAgain(ended, outcome ? Seconds(0) : outcome.error().retryAfter.value_or(Seconds(0)));
    tellEnd(m_core.viewOf(ended));
}

/// Asks until the store works again; when the service stops first, the job's lease is lost and it
/// runs again after the next start.
Task<bool> Runner::persist(const Running &running, const StoredJob &ended)
{
    StrandSignal never(m_core.strand);
    for (;;) {
        const auto written = co_await m_core.store.update(ended);
        if (written || running.asked == StopRequest::putBack)
            co_return written.has_value();
        spdlog::error("The end of job {} could not be kept: {}", toString(ended.job.id),
            written.error().detail);
        co_await never.wait(
            m_core.parts.clock, Deadline::after(m_core.parts.clock, kPersistInterval));
    }
}

/// The store had a bad moment; that costs no attempt.
void Runner::holdBack(Kind kind, const QueueEntry &entry, const Error &error)
{
    const JobServiceParts &parts = m_core.parts;
    spdlog::error("Job {} could not begin: {}", toString(entry.place.id), error.detail);
    const Deadline due = Deadline::after(parts.clock, parts.backoff.first);
    m_core.board.with(
        [&](Board &board) { board.queue().lane(kind).pushDelayed(entry, due.moment()); });
}

Provider::Progress Runner::progressOf(contract::JobId id)
{
    return [this, id](double progress) {
        boost::asio::post(m_core.strand, [this, id, progress] { showProgress(id, progress); });
    };
}

void Runner::showProgress(contract::JobId id, double progress)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    Running &running = found->second;
    running.stored->job.progress = progress;
    const SteadyTime now = m_core.parts.clock.now();
    if (now - running.shownAt < kProgressInterval)
        return;
    running.shownAt = now;
    m_core.events.job(running.stored->job);
}

void Runner::lineUpAgain(const StoredJob &stored, Seconds patience)
{
    const bool hasFailed = stored.job.error.has_value();
    const Seconds delay = std::max(patience,
        m_core.parts.backoff.delayAfter(std::max<std::int64_t>(1, stored.job.attempts), m_random));
    const Deadline due = Deadline::after(m_core.parts.clock, delay);
    m_core.board.with([&](Board &board) {
        KindLane &lane = board.queue().lane(stored.job.kind);
        if (hasFailed)
            lane.pushDelayed(entryOf(stored), due.moment());
        else
            lane.push(entryOf(stored));
    });
}

void Runner::tellEnd(const contract::Job &job)
{
    m_core.events.job(job);
    if (job.run_s) {
        m_core.metrics.ran(job.kind, *job.run_s);
        m_core.board.with([&](Board &board) { board.recordRun(job.kind, *job.run_s); });
    }
    if (!contract::isFinal(job.state))
        return;
    m_core.metrics.finished(job.kind, job.state);
    m_core.board.with([&](Board &board) { board.queue().recordCompletion(job.kind); });
}

} // namespace pult::service
