// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

namespace pult::contract {

/// From good to bad, so that the worst is the maximum.
BOOST_DEFINE_ENUM_CLASS(HealthStatus, pass, warn, fail)

struct HealthCheck {
    std::string name; ///< "store", "queue", "workers", "provider", "disk", …
    HealthStatus status = HealthStatus::pass;
    std::optional<double> observed;
    std::optional<double> limit;
    std::string unit; ///< Of observed and limit, e.g. "bytes", "jobs", "ratio".
    std::string detail; ///< Why, when it is not pass.
    bool operator==(const HealthCheck &) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthCheck, (), (name, status, observed, limit, unit, detail))

/// GET /health. Without a token it holds the status alone.
struct Health {
    HealthStatus status = HealthStatus::pass;
    std::optional<std::string> version;
    std::optional<std::string> instance; ///< Differs after each start.
    std::optional<WallTime> started_at;
    std::optional<Seconds> uptime_s;
    std::optional<bool> demo; ///< A built-in client sends the load.
    std::optional<std::vector<HealthCheck>> checks;
    bool operator==(const Health &) const = default;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status, version, instance, started_at, uptime_s, demo, checks))

} // namespace pult::contract
