// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "contract/config.h"
#include "contract/job.h"
#include "service/limits/ratelimiter.h"
#include "service/metrics/poolmetrics.h"

namespace pult::service {

/// What the service does at one moment, counted where it is done.
struct Sighting {
    contract::QueueReport queue;
    std::int64_t httpThreads = 0; ///< There are.
    PoolState connections;
    PoolState processes; ///< In use: those there are.
    std::array<std::optional<BucketRate>, kLimitRules> rates; ///< That requests are held to.
};

/// What that tells of the settings. A number of slots, processes or connections shows itself only
/// while all are taken; more than all are those that a lower number has left over. Threads show
/// themselves always. Settings of which nothing shows are left out.
[[nodiscard]] std::vector<contract::VerifiedSetting> verifiedBy(
    const Sighting &sighting, const Settings &applied);

} // namespace pult::service
