// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/board.h"

#include <algorithm>

#include <fmt/format.h>

namespace pult::service {

namespace {

/// Weight of the newest run in the moving mean of run times.
constexpr double kNewestWeight = 0.1;

/// Until the queue is empty, if the rates stay.
std::optional<Seconds> timeToEmpty(const contract::KindQueue &queue)
{
    if (queue.depth == 0)
        return Seconds(0);
    const double shrinking = queue.completions_per_s - queue.arrivals_per_s;
    if (queue.paused || shrinking <= 0)
        return std::nullopt;
    return Seconds(static_cast<double>(queue.depth) / shrinking);
}

using Text = fmt::memory_buffer;

void appendPlace(Text &text, std::int64_t before)
{
    if (before == 0)
        text.append(std::string_view("it is next"));
    else
        fmt::format_to(fmt::appender(text), "{} job{} before it", before, before == 1 ? "" : "s");
}

void appendBusy(Text &text, std::int64_t slots, std::string_view kind)
{
    if (slots == 1)
        fmt::format_to(fmt::appender(text), "the only {} slot is busy, ", kind);
    else
        fmt::format_to(fmt::appender(text), "all {} {} slots are busy, ", slots, kind);
}

} // namespace

Board::Board(const Clock &clock, const Settings &settings)
    : m_clock(clock)
    , m_queue(clock)
{
    apply(settings);
}

void Board::apply(const Settings &settings)
{
    m_slots = settings.workers;
    m_timeouts = settings.timeouts;
    m_limits = settings.queue;
    m_results = settings.results;
}

Result<void> Board::admit()
{
    if (m_isDraining)
        return fail(ErrorCode::unavailable, "The service is shutting down");
    if (static_cast<std::int64_t>(m_queue.depth()) + m_admitted >= m_limits.max_depth) {
        auto full = fail(ErrorCode::unavailable,
            fmt::format("The queue is full: {} jobs wait", m_limits.max_depth));
        full.value().retryAfter = Seconds(1);
        return full;
    }
    ++m_admitted;
    return {};
}

std::optional<QueueEntry> Board::tryStart(contract::Kind kind)
{
    Slots &slots = slotsOf(kind);
    if (m_isDraining || slots.running >= slotsFor(m_slots, kind))
        return std::nullopt;
    auto entry = m_queue.lane(kind).tryTake();
    slots.running += entry ? 1 : 0;
    return entry;
}

void Board::release(contract::Kind kind)
{
    --slotsOf(kind).running;
}

void Board::recordRun(contract::Kind kind, Seconds length)
{
    auto &mean = slotsOf(kind).meanRun;
    mean = mean.value_or(length) * (1 - kNewestWeight) + length * kNewestWeight;
}

std::int64_t Board::running(contract::Kind kind) const
{
    return slotsOf(kind).running;
}

void Board::setObstacle(contract::Kind kind, std::optional<std::string> obstacle)
{
    slotsOf(kind).obstacle = std::move(obstacle);
}

contract::KindQueue Board::report(contract::Kind kind) const
{
    const KindLane &lane = m_queue.lane(kind);
    contract::KindQueue report;
    report.kind = kind;
    report.depth = static_cast<std::int64_t>(lane.depth());
    report.running = running(kind);
    report.slots = slotsFor(m_slots, kind);
    report.paused = lane.isPaused();
    if (const auto oldest = lane.oldest())
        report.oldest_wait_s = secondsBetween(*oldest, m_clock.wallNow());
    report.arrivals_per_s = m_queue.arrivalsPerSecond(kind);
    report.completions_per_s = m_queue.completionsPerSecond(kind);
    report.eta_s = timeToEmpty(report);
    return report;
}

contract::QueueReport Board::report() const
{
    contract::QueueReport all;
    all.at = m_clock.wallNow();
    for (const contract::Kind kind : contract::kAllKinds) {
        const contract::KindQueue &added = all.kinds.emplace_back(report(kind));
        all.totals.depth += added.depth;
        all.totals.running += added.running;
        all.totals.slots += added.slots;
    }
    return all;
}

void Board::describe(contract::Job &job, WallTime queuedAt) const
{
    const KindLane &lane = m_queue.lane(job.kind);
    const auto position = lane.position({job.priority, {queuedAt, job.id}});
    if (position) {
        job.position = static_cast<std::int64_t>(*position);
        job.eta_s = etaOf(job.kind, *job.position);
    }
    job.waiting_for = waitingFor(job, lane.delayed().dueOf(job.id));
}

/// Slots come free one mean run time after another, evenly; a free slot takes the job at once.
std::optional<Seconds> Board::etaOf(contract::Kind kind, std::int64_t position) const
{
    const Slots &slots = slotsOf(kind);
    const std::int64_t capacity = slotsFor(m_slots, kind);
    if (m_isDraining || m_queue.lane(kind).isPaused() || capacity == 0 || slots.obstacle)
        return std::nullopt;
    const std::int64_t turns = slots.running + position + 1 - capacity;
    if (turns <= 0)
        return Seconds(0);
    if (!slots.meanRun)
        return std::nullopt;
    return *slots.meanRun * static_cast<double>(turns) / static_cast<double>(capacity);
}

std::string Board::waitingFor(const contract::Job &job, std::optional<SteadyTime> due) const
{
    const std::int64_t capacity = slotsFor(m_slots, job.kind);
    const auto name = contract::nameOf(job.kind);
    if (m_isDraining)
        return "draining";
    if (m_queue.lane(job.kind).isPaused())
        return "paused";
    if (const auto &obstacle = slotsOf(job.kind).obstacle)
        return *obstacle;
    if (due) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now());
        return "backing off until " + toString(m_clock.wallNow() + left);
    }
    if (capacity == 0)
        return fmt::format("there are no {} slots", name);
    Text text;
    if (running(job.kind) >= capacity)
        appendBusy(text, capacity, name);
    appendPlace(text, job.position.value_or(0));
    return fmt::to_string(text);
}

Board::Slots &Board::slotsOf(contract::Kind kind)
{
    return m_kinds.at(static_cast<std::size_t>(kind));
}

const Board::Slots &Board::slotsOf(contract::Kind kind) const
{
    return m_kinds.at(static_cast<std::size_t>(kind));
}

} // namespace pult::service
