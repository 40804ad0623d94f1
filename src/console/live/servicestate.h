// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "contract/health.h"
#include "contract/job.h"
#include "telemetry/signals/profile.h"

namespace pult::live {

enum class Connection {
    connecting, ///< No answer yet.
    live, ///< Answers; the data are fresh.
    stale, ///< Answered before and does not now; retrying by itself.
    refused, ///< Answers, but not to this token: needs the user.
    off, ///< Not connected on purpose (built-in service stopped, removed).
};

/// What is known of a signal at the moment.
struct SignalReading {
    double latest = std::numeric_limits<double>::quiet_NaN(); ///< NaN: unknown.
    /// The last minute of one that a tile shows: a value a second, oldest first, NaN for gaps, at
    /// most 60.
    std::vector<double> trend;
};

/// The signals of resources/profiles/pultd.json that the console knows by name.
namespace signal {
inline constexpr std::string_view kJobRate = "jobRate"; ///< Mean of the last 15 s.
inline constexpr std::string_view kResponse = "responseP95"; ///< Of the last minute.
inline constexpr std::string_view kQueued = "queued";
inline constexpr std::string_view kRunning = "running";
inline constexpr std::string_view kSlots = "slots";
inline constexpr std::string_view kStoreUse = "storeUse";
} // namespace signal

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
    telemetry::Profiles profiles; ///< That fit what it offers.
    std::size_t series = 0; ///< That it offers.
    std::size_t leftOut = 0; ///< Samples of the newest scrape beyond telemetry::ScrapeLimits.
    std::map<std::string, SignalReading, std::less<>> signals; ///< Of the profiles, by id.

    /// Empty: unknown.
    [[nodiscard]] std::optional<double> latest(std::string_view signal) const;
    /// Empty: unknown, or shown by no tile.
    [[nodiscard]] const std::vector<double> &trend(std::string_view signal) const;
};

} // namespace pult::live
