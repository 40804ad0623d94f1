// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/healthprobes.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "service/metrics/procfs.h"
#include "service/store/diskspace.h"

namespace pult::service {

namespace {

using contract::HealthCheck;
using contract::HealthStatus;

constexpr double kStoreSeconds = 1;
constexpr double kNever = std::numeric_limits<double>::infinity();

struct Bounds {
    double warns = kNever; ///< Above it.
    double fails = kNever; ///< Above it.
};

HealthCheck compare(
    std::string name, double observed, const Bounds &bounds, std::string unit, std::string why)
{
    HealthCheck check;
    check.name = std::move(name);
    check.observed = observed;
    check.limit = bounds.warns;
    check.unit = std::move(unit);
    if (observed > bounds.fails)
        check.status = HealthStatus::fail;
    else if (observed > bounds.warns)
        check.status = HealthStatus::warn;
    if (check.status != HealthStatus::pass)
        check.detail = std::move(why);
    return check;
}

void worsen(HealthCheck &check, HealthStatus status, std::string why)
{
    check.status = std::max(check.status, status);
    check.detail = std::move(why);
}

HealthCheck queueCheck(const contract::QueueReport &queue, std::int64_t most)
{
    const auto depth = static_cast<double>(queue.totals.depth);
    const auto limit = static_cast<double>(most);
    HealthCheck check = compare("queue", depth, {limit * 0.8, limit - 1}, "jobs",
        "The queue is nearly full: new jobs will be refused");
    check.limit = limit;
    for (const contract::KindQueue &kind : queue.kinds)
        if (kind.paused && kind.depth > 0)
            worsen(check, HealthStatus::warn,
                fmt::format("{} is paused with {} jobs waiting", nameOf(kind.kind), kind.depth));
    return check;
}

HealthCheck workersCheck(const contract::QueueReport &queue)
{
    HealthCheck check;
    check.name = "workers";
    check.observed = static_cast<double>(queue.totals.running);
    check.limit = static_cast<double>(queue.totals.slots);
    check.unit = "jobs";
    for (const contract::KindQueue &kind : queue.kinds)
        if (kind.slots == 0 && kind.depth > 0)
            worsen(check, HealthStatus::warn,
                fmt::format("{} has no slots and {} jobs waiting", nameOf(kind.kind), kind.depth));
    return check;
}

HealthCheck processesCheck(const ProcessPool::State &state)
{
    constexpr std::size_t kWaitingPerProcess = 10;
    HealthCheck check;
    check.name = "cpu_processes";
    check.observed = static_cast<double>(state.inUse);
    check.limit = static_cast<double>(state.capacity);
    check.unit = "processes";
    if (state.waiting > kWaitingPerProcess * state.capacity)
        worsen(check, HealthStatus::warn,
            fmt::format("{} jobs wait for a CPU process", state.waiting));
    if (!state.trouble.empty())
        worsen(check, HealthStatus::fail, state.trouble);
    return check;
}

HealthCheck httpCheck(const PoolState &connections)
{
    const auto limit = static_cast<double>(connections.capacity);
    HealthCheck check = compare("http", static_cast<double>(connections.inUse),
        {limit * 0.8, kNever}, "connections",
        "Nearly as many connections are open as may be: new ones will be refused");
    check.limit = limit;
    return check;
}

/// Warns while so many wait as there are places.
HealthCheck poolCheck(
    std::string name, std::string unit, const PoolState &pool, std::string_view text)
{
    HealthCheck check;
    check.name = std::move(name);
    check.observed = static_cast<double>(pool.inUse);
    check.limit = static_cast<double>(pool.capacity);
    check.unit = std::move(unit);
    if (pool.waiting > 0 && pool.waiting >= pool.capacity)
        worsen(check, HealthStatus::warn, fmt::format(fmt::runtime(text), pool.waiting));
    return check;
}

HealthCheck upstreamCheck(const PoolState &requests)
{
    return poolCheck(
        "upstream", "requests", requests, "{} requests to providers wait for a connection");
}

HealthCheck readersCheck(const PoolState &readers)
{
    return poolCheck(
        "store.readers", "connections", readers, "{} reads wait for a connection to the database");
}

HealthCheck circuitCheck(const ProviderDesk &providers, const std::string &name)
{
    HealthCheck check;
    check.name = "provider." + name;
    check.unit = "failures";
    for (const ProviderStatus &status : providers.statuses()) {
        if (status.name != name)
            continue;
        check.observed = static_cast<double>(status.circuit.failures);
        check.limit = static_cast<double>(providers.applied().max_failures);
        if (status.serves.empty() || status.circuit.state == CircuitBreaker::State::closed)
            continue;
        const bool isEverything = status.serves.size() == contract::kAllKinds.size();
        if (status.circuit.state == CircuitBreaker::State::trying)
            worsen(check, HealthStatus::warn, "It answers again and is being tried with one job");
        else
            worsen(check, isEverything ? HealthStatus::fail : HealthStatus::warn,
                fmt::format("It is down, next try at {}: {}", toString(status.nextTry),
                    status.circuit.reason));
    }
    return check;
}

HealthCheck diskCheck(const std::filesystem::path &directory)
{
    const auto space = readDiskSpace(directory);
    HealthCheck check = compare("disk", space ? space->usedRatio() : 1, {0.9, kNever}, "ratio",
        "The disk of the data directory is nearly full");
    if (const auto room = checkRoom(directory); !room)
        worsen(check, HealthStatus::fail, room.error().detail);
    return check;
}

HealthCheck memoryCheck()
{
    const HostMemory memory = readHostMemory();
    const double used =
        static_cast<double>(memory.usedBytes()) / static_cast<double>(memory.totalBytes);
    return compare("memory", used, {0.8, 0.97}, "ratio", "The host is short of memory");
}

Task<HealthCheck> ready(HealthCheck check)
{
    co_return check;
}

Task<Result<void>> tryWrite(Database &database)
{
    return awaitCallback<Result<void>>(
        [&database](auto done) { database.tryWrite(std::move(done)); });
}

/// Looks up a job that cannot exist: the answer is known, how long it takes is the question. After
/// a commit that failed nobody may write any more, so whether it works again is tried here.
Task<HealthCheck> storeCheck(const Clock &clock, Database &database, JobService &jobs)
{
    if (!database.health().canWrite)
        (void)co_await tryWrite(database);
    const SteadyTime began = clock.now();
    const auto answer = co_await jobs.find(contract::JobId());
    const double took = Seconds(clock.now() - began).count();
    HealthCheck check =
        compare("store", took, {kStoreSeconds, kNever}, "s", "The store answers slowly");
    const StoreHealth health = database.health();
    if (!health.canWrite)
        worsen(check, HealthStatus::fail, health.detail);
    else if (!answer && answer.error().code != ErrorCode::notFound)
        worsen(check, HealthStatus::fail, answer.error().detail);
    co_return check;
}

} // namespace

HealthProbe storeProbe(const Clock &clock, Database &database, JobService &jobs)
{
    return [&] { return storeCheck(clock, database, jobs); };
}

HealthProbe queueProbe(const LiveConfig &config, const JobService &jobs)
{
    return [&] { return ready(queueCheck(jobs.queue(), config.settings()->queue.max_depth)); };
}

HealthProbe workersProbe(const JobService &jobs)
{
    return [&] { return ready(workersCheck(jobs.queue())); };
}

HealthProbe processesProbe(const ProcessPool &processes)
{
    return [&processes] { return ready(processesCheck(processes.state())); };
}

HealthProbe httpProbe(const Server &server)
{
    return [&server] { return ready(httpCheck(server.pool())); };
}

HealthProbe readersProbe(const Database &database)
{
    return [&database] { return ready(readersCheck(database.readers())); };
}

HealthProbe upstreamProbe(const UpstreamClient &upstream)
{
    return [&upstream] { return ready(upstreamCheck(upstream.pool())); };
}

HealthProbe circuitProbe(const ProviderDesk &providers, std::string name)
{
    return [&providers, name = std::move(name)] { return ready(circuitCheck(providers, name)); };
}

HealthProbe diskProbe(std::filesystem::path directory)
{
    return [directory = std::move(directory)] { return ready(diskCheck(directory)); };
}

HealthProbe memoryProbe()
{
    return [] { return ready(memoryCheck()); };
}

HealthProbe cpuProbe(CpuMeter &cpu)
{
    return [&cpu] {
        return ready(
            compare("cpu", cpu.ratio(), {0.8, kNever}, "ratio", "The host has little time left"));
    };
}

HealthProbe configurationProbe(const LiveConfig &config)
{
    return [&config] {
        HealthCheck check;
        check.name = "configuration";
        const std::vector<std::string> warnings = config.warnings();
        check.observed = static_cast<double>(warnings.size());
        check.limit = 0;
        check.unit = "contradictions";
        if (!warnings.empty())
            worsen(check, HealthStatus::warn, fmt::format("{}", fmt::join(warnings, "; ")));
        return ready(check);
    };
}

} // namespace pult::service
