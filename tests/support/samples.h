// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "console/live/service.h"

namespace pult::test {

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
    state.glance.throughput = 12.4;
    state.glance.requests = 128;
    state.glance.p95 = 0.143;
    state.glance.errors = 0.002;
    state.glance.queued = 13;
    state.glance.running = 18;
    state.glance.slots = 20;
    state.glance.cpu = 0.35;
    state.glance.memory = 0.4;
    state.glance.storeInUse = 0.41;
    state.trends.throughput = {1, 2, 3, std::nan(""), 5};
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
    live::ChartData data{query.kind, query.from, query.to, {}, {}};
    const auto columns = static_cast<std::size_t>(query.columns);
    data.traces = {{"image", std::vector<live::Column>(columns, {1, 1}), 1},
        {"text", std::vector<live::Column>(columns, {2, 3}), 2.5}};
    data.marks = {{query.from + (query.to - query.from) / 2, live::MarkKind::config,
        "workers.image 2 → 8", 2}};
    return data;
}

} // namespace pult::test
