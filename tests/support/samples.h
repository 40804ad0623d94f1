// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "console/live/service.h"

namespace pult::test {

/// The one that fits a service that speaks the ops contract.
inline std::shared_ptr<const telemetry::Profile> pultdProfile()
{
    const telemetry::Profiles &all = telemetry::shippedProfiles();
    return *std::find_if(
        all.begin(), all.end(), [](const auto &profile) { return profile->id == "pultd"; });
}

/// A service that answers, with every figure known.
inline live::ServiceState liveState(WallTime now)
{
    live::ServiceState state;
    state.connection = live::Connection::live;
    state.dataAt = now;
    state.health = contract::Health{};
    state.health->version = "0.1.0";
    state.health->demo = true;
    state.health->checks = std::vector<contract::HealthCheck>{};
    state.queue = contract::QueueReport{};
    for (const contract::Kind kind : contract::kAllKinds) {
        contract::KindQueue queue;
        queue.kind = kind;
        queue.depth = 3;
        queue.running = 2;
        queue.slots = 4;
        state.queue->kinds.push_back(queue);
    }
    state.profiles = {pultdProfile()};
    const auto know = [&state](std::string_view signal, double value) {
        state.signals[std::string(signal)].latest = value;
    };
    know(live::signal::kJobRate, 12.4);
    know("requestRate", 128);
    know(live::signal::kResponse, 0.143);
    know("errorRatio", 0.002);
    know(live::signal::kQueued, 13);
    know(live::signal::kRunning, 18);
    know(live::signal::kSlots, 20);
    know("cpu", 0.35);
    know("memory", 0.4);
    know(live::signal::kStoreUse, 0.41);
    state.signals.find(live::signal::kJobRate)->second.trend = {1, 2, 3, std::nan(""), 5};
    return state;
}

/// The same, a while after its connection was lost.
inline live::ServiceState staleState(WallTime now)
{
    live::ServiceState state = liveState(now - std::chrono::seconds(45));
    state.connection = live::Connection::stale;
    state.problem = fail(ErrorCode::unavailable, "connection refused").value();
    state.nextTryAt = now + std::chrono::seconds(8);
    return state;
}

/// Two level traces and a mark.
inline Result<live::ChartData> sampleChart(const live::ChartQuery &query)
{
    live::ChartData data{query.from, query.to, {}, {}};
    const auto columns = static_cast<std::size_t>(query.columns);
    data.traces = {{"image", std::vector<live::Column>(columns, {1, 1}), 1},
        {"text", std::vector<live::Column>(columns, {2, 3}), 2.5}};
    data.marks = {{query.from + (query.to - query.from) / 2, live::MarkKind::config,
        "workers.image 2 → 8", 2}};
    return data;
}

} // namespace pult::test
