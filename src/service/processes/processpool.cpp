// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/processpool.h"

#include <algorithm>
#include <cmath>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include "service/processes/exitreason.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

/// How often waiting looks whether to stop.
constexpr std::chrono::milliseconds kLook{100};
constexpr Seconds kLongestWork{86'400};

std::size_t placesIn(const WorkerSettings &settings)
{
    return static_cast<std::size_t>(settings.cpu_processes);
}

Task<> pauseOn(asio::steady_timer &timer, SteadyTime::duration length)
{
    timer.expires_after(length);
    co_await timer.async_wait(kAsTuple);
}

} // namespace

/// The timer is woken by its end. Not in the unnamed namespace: a coroutine's frame holds it.
struct ProcessPool::Call {
    explicit Call(const asio::any_io_executor &executor)
        : ended(executor)
    {
    }
    asio::steady_timer ended;
    bool hasEnded = false;
    std::optional<Result<std::string>> answer;
};

ProcessPool::ProcessPool(const asio::any_io_executor &executor, const Clock &clock,
    WorkProgramFor program, const WorkerSettings &settings, prometheus::Registry &registry)
    : m_strand(asio::make_strand(executor))
    , m_clock(clock)
    , m_program(std::move(program))
    , m_metrics(registry)
    , m_capacity(placesIn(settings))
    , m_memoryBytes(settings.cpu_memory_bytes)
{
}

ProcessPool::~ProcessPool() = default;

void ProcessPool::apply(const WorkerSettings &settings)
{
    m_capacity = placesIn(settings);
    m_memoryBytes = settings.cpu_memory_bytes;
    asio::post(m_strand, [this] {
        fillPlaces();
        dropSurplus();
    });
}

void ProcessPool::putApplied(WorkerSettings &settings) const
{
    settings.cpu_processes = static_cast<std::int64_t>(m_capacity.load());
    settings.cpu_memory_bytes = m_memoryBytes;
}

ProcessPool::State ProcessPool::state() const
{
    return {m_capacity, m_inUse, m_waitingCount,
        m_trouble.with([](const std::string &trouble) { return trouble; })};
}

std::vector<pid_t> ProcessPool::processIds() const
{
    return m_ids.with([](const std::vector<pid_t> &ids) { return ids; });
}

void ProcessPool::refreshMetrics() const
{
    m_metrics.pool().set(m_capacity, m_inUse, m_waitingCount);
    m_metrics.refresh(processIds());
}

Task<Result<std::string>> ProcessPool::run(
    std::string request, Deadline deadline, Cancellation cancellation)
{
    const StopCheck check(m_clock, deadline, std::move(cancellation));
    co_return co_await asio::co_spawn(
        m_strand, perform(std::move(request), deadline, check), asio::use_awaitable);
}

Task<Result<std::string>> ProcessPool::perform(
    std::string request, Deadline deadline, StopCheck check)
{
    const SteadyTime began = m_clock.now();
    auto place = co_await takePlace(check);
    if (!place)
        co_return tl::unexpected(std::move(place.error()));
    m_metrics.pool().acquired(m_clock.now() - began);
    auto worker = takeWorker();
    if (!worker) {
        leavePlace();
        co_return tl::unexpected(std::move(worker.error()));
    }
    Exchange done = co_await exchange(*worker->process, std::move(request), deadline, check);
    if (done.answer) {
        co_await keep(std::move(*worker));
        leavePlace();
        co_return std::move(*done.answer);
    }
    Error error = co_await failureOf(std::move(*worker), std::move(done.goOn));
    leavePlace();
    co_return tl::unexpected(std::move(error));
}

Task<Result<void>> ProcessPool::takePlace(StopCheck check)
{
    const auto waiter = std::make_shared<Waiter>(m_strand);
    m_waiting.push_back(waiter);
    m_waitingCount = m_waiting.size();
    fillPlaces();
    while (!waiter->hasPlace) {
        if (auto goOn = check.mayGoOn(); !goOn) {
            std::erase(m_waiting, waiter);
            m_waitingCount = m_waiting.size();
            co_return goOn;
        }
        co_await pauseOn(waiter->turn, check.atMost(kLook));
    }
    co_return Result<void>();
}

void ProcessPool::leavePlace()
{
    --m_inUse;
    fillPlaces();
    dropSurplus();
}

void ProcessPool::fillPlaces()
{
    while (!m_waiting.empty() && m_inUse < m_capacity) {
        ++m_inUse;
        m_waiting.front()->hasPlace = true;
        m_waiting.front()->turn.cancel();
        m_waiting.pop_front();
    }
    m_waitingCount = m_waiting.size();
}

Result<ProcessPool::Worker> ProcessPool::takeWorker()
{
    while (!m_idle.empty()) {
        Worker worker = std::move(m_idle.back());
        m_idle.pop_back();
        if (isFit(worker))
            return worker;
        forget(*worker.process);
    }
    return startWorker();
}

Result<ProcessPool::Worker> ProcessPool::startWorker()
{
    const std::int64_t memory = m_memoryBytes;
    auto process = ChildProcess::start(m_strand, m_program(memory));
    m_trouble.with(
        [&](std::string &trouble) { trouble = process ? std::string() : process.error().detail; });
    if (!process)
        return tl::unexpected(std::move(process.error()));
    m_metrics.started();
    m_ids.with([&](std::vector<pid_t> &ids) { ids.push_back((*process)->id()); });
    return Worker{std::move(*process), memory};
}

bool ProcessPool::isFit(Worker &worker) const
{
    return worker.memoryBytes == m_memoryBytes && worker.process->answered() < kWorkPerProcess
        && worker.process->isAlive();
}

/// The child is killed as soon as the work must not go on; its call ends then.
Task<ProcessPool::Exchange> ProcessPool::exchange(
    ChildProcess &process, std::string request, Deadline deadline, StopCheck check)
{
    const Seconds longest = std::min<Seconds>(kLongestWork, deadline.timeLeft(m_clock));
    const auto seconds = static_cast<std::uint32_t>(std::ceil(longest.count()));
    const auto call = std::make_shared<Call>(m_strand);
    asio::co_spawn(m_strand, process.call(std::move(request), seconds),
        [call](const std::exception_ptr &, std::optional<Result<std::string>> answer) {
            call->answer = std::move(answer);
            call->hasEnded = true;
            call->ended.cancel();
        });
    Exchange outcome;
    while (!call->hasEnded) {
        if (outcome.goOn)
            outcome.goOn = check.mayGoOn();
        if (!outcome.goOn)
            process.kill();
        co_await pauseOn(call->ended, outcome.goOn ? check.atMost(kLook) : kLook);
    }
    outcome.answer = std::move(call->answer);
    co_return outcome;
}

Task<Error> ProcessPool::failureOf(Worker worker, Result<void> goOn)
{
    // Whatever it still does, nobody wants it; one that has ended already keeps its reason.
    worker.process->kill();
    const int status = co_await worker.process->reap();
    forget(*worker.process);
    if (!goOn) {
        m_metrics.killed();
        co_return std::move(goOn.error());
    }
    Error error = exitError(status, worker.memoryBytes);
    if (error.code == ErrorCode::tooLarge)
        m_metrics.outOfMemory();
    else
        m_metrics.crashed();
    spdlog::warn("CPU process {}: {}", worker.process->id(), error.detail);
    co_return error;
}

Task<> ProcessPool::keep(Worker worker)
{
    if (isFit(worker)) {
        m_idle.push_back(std::move(worker));
        co_return;
    }
    worker.process->kill();
    co_await worker.process->reap();
    forget(*worker.process);
}

void ProcessPool::dropSurplus()
{
    while (!m_idle.empty() && m_idle.size() + m_inUse > m_capacity) {
        forget(*m_idle.back().process);
        m_idle.pop_back();
    }
}

void ProcessPool::forget(const ChildProcess &process)
{
    m_ids.with([&](std::vector<pid_t> &ids) { std::erase(ids, process.id()); });
}

} // namespace pult::service
