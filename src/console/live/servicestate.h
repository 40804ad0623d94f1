// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "contract/health.h"
#include "contract/job.h"

namespace pult::live {

enum class Connection {
    connecting, ///< No answer yet.
    live, ///< Answers; the data are fresh.
    stale, ///< Answered before and does not now; retrying by itself.
    refused, ///< Answers, but not to this token: needs the user.
    off, ///< Not connected on purpose (built-in service stopped, removed).
};

/// The values of the Overview's tiles. Empty: unknown. Newest first glance of a service.
struct Glance {
    std::optional<double> throughput; ///< jobs/s finished, mean of the last 15 s
    std::optional<double> requests; ///< HTTP requests/s
    std::optional<double> p95; ///< seconds, HTTP requests, last 60 s
    std::optional<double> errors; ///< 0..1 of HTTP answers 5xx and jobs that failed, last 60 s
    std::optional<double> queued; ///< jobs
    std::optional<double> running; ///< jobs
    std::optional<double> slots;
    std::optional<double> cpu; ///< 0..1 of the service's host
    std::optional<double> memory; ///< 0..1 of the service's host
    std::optional<double> storeInUse; ///< 0..1 of the store's pool
};

/// The trend behind a tile: one value a second, oldest first, NaN for gaps, at most 60.
struct Trends {
    std::vector<double> throughput;
    std::vector<double> p95;
    std::vector<double> errors;
    std::vector<double> queued;
    std::vector<double> running;
    std::vector<double> cpu;
};

/// One service as it stands, published once a tick. A value.
struct ServiceState {
    Connection connection = Connection::connecting;
    std::optional<Error> problem; ///< Why it is not live.
    std::optional<WallTime> dataAt; ///< Of the newest answer.
    std::optional<WallTime> nextTryAt; ///< When stale.
    std::optional<contract::Health> health;
    std::optional<contract::QueueReport> queue;
    std::int64_t configRevision = 0;
    bool hasPast =
        false; ///< There are samples of an earlier run, so that charts have some already.
    std::optional<Error> historyProblem; ///< Why its past is not kept for the next run.
    Glance glance;
    Trends trends;
};

} // namespace pult::live
