// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/observation.h"

#include <fmt/format.h>

namespace pult::service {

namespace {

using Verified = std::vector<contract::VerifiedSetting>;

/// "{} jobs that began before the change still run": of those above the number.
void addTaken(Verified &verified, std::string path, std::int64_t taken, std::int64_t places,
    fmt::format_string<std::int64_t> leftOver)
{
    if (taken == 0 || taken < places)
        return;
    const std::string reason =
        taken > places ? fmt::format(leftOver, taken - places) : std::string();
    verified.push_back({std::move(path), taken, reason});
}

void addTaken(Verified &verified, std::string path, const PoolState &pool,
    fmt::format_string<std::int64_t> leftOver)
{
    addTaken(verified, std::move(path), static_cast<std::int64_t>(pool.inUse),
        static_cast<std::int64_t>(pool.capacity), leftOver);
}

/// Those that are not wanted any more sleep until they are.
void addHttpThreads(Verified &verified, std::int64_t seen, std::int64_t applied)
{
    std::string reason;
    if (seen > applied)
        reason = fmt::format("Threads from before the change sleep: {}", seen - applied);
    else if (seen < applied)
        reason = "The system lets the service have no more threads";
    verified.push_back({"http.workers", seen, std::move(reason)});
}

void addLimit(Verified &verified, std::string path, boost::json::value seen, bool isApplied)
{
    const char *reason = isApplied ? "" : "Requests are held to another limit";
    verified.push_back({std::move(path), std::move(seen), reason});
}

void addBurst(Verified &verified, std::string path, const std::optional<BucketRate> &rate,
    std::int64_t applied)
{
    const std::int64_t seen = rate ? rate->burst() : 0;
    addLimit(verified, std::move(path), seen, seen == applied);
}

/// A bucket keeps the time a token takes, in whole nanoseconds.
void addRate(Verified &verified, std::string path, const BucketRate &rate, double applied)
{
    const double seen = 1 / Seconds(rate.interval()).count();
    const bool isApplied = rate.interval() == BucketRate(applied, 1).interval();
    addLimit(verified, std::move(path), isApplied ? applied : seen, isApplied);
}

void addRates(Verified &verified, const Sighting &sighting, const RateLimitSettings &applied)
{
    const auto rateOf = [&](LimitRule rule) {
        return sighting.rates.at(static_cast<std::size_t>(rule));
    };
    const std::string group = "rate_limits.";
    if (const auto general = rateOf(LimitRule::general))
        addRate(verified, group + "general_per_s", *general, applied.general_per_s);
    if (const auto submit = rateOf(LimitRule::submit))
        addRate(verified, group + "submit_per_s", *submit, applied.submit_per_s);
    addBurst(verified, group + "general_burst", rateOf(LimitRule::general), applied.general_burst);
    addBurst(verified, group + "submit_burst", rateOf(LimitRule::submit), applied.submit_burst);
    addBurst(
        verified, group + "window_requests", rateOf(LimitRule::window), applied.window_requests);
    for (const contract::Kind kind : contract::kAllKinds)
        addBurst(verified, group + std::string(nameOf(kind)) + "_per_minute", rateOf(ruleFor(kind)),
            perMinuteFor(applied, kind));
}

} // namespace

Verified verifiedBy(const Sighting &sighting, const Settings &applied)
{
    Verified verified;
    for (const contract::KindQueue &kind : sighting.queue.kinds)
        addTaken(verified, "workers." + std::string(nameOf(kind.kind)), kind.running,
            slotsFor(applied.workers, kind.kind), "{} jobs that began before the change still run");
    addTaken(verified, "workers.cpu_processes", sighting.processes,
        "{} processes from before the change are still at work");
    addHttpThreads(verified, sighting.httpThreads, httpThreads(applied.http.workers));
    addTaken(verified, "http.max_connections", sighting.connections,
        "{} connections from before the change are still open");
    if (applied.rate_limits.enabled)
        addRates(verified, sighting, applied.rate_limits);
    return verified;
}

} // namespace pult::service
