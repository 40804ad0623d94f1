// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "contract/job.h"

/// Every path of the ops contract that the console asks for, here and nowhere else.
namespace pult::link::paths {

inline constexpr std::string_view kHealth = "/health";
inline constexpr std::string_view kQueue = "/queue";
inline constexpr std::string_view kMetrics = "/metrics";
inline constexpr std::string_view kEvents = "/events";
inline constexpr std::string_view kJobs = "/api/v1/jobs";
inline constexpr std::string_view kConfig = "/config";
inline constexpr std::string_view kConfigSchema = "/config/schema";
inline constexpr std::string_view kConfigHistory = "/config/history";
inline constexpr std::string_view kConfigRollback = "/config/rollback";
inline constexpr std::string_view kConfigPresets = "/config/presets";

[[nodiscard]] std::string generate(contract::Kind kind);
[[nodiscard]] std::string job(contract::JobId id);
[[nodiscard]] std::string jobResult(contract::JobId id);
[[nodiscard]] std::string jobRetry(contract::JobId id);
[[nodiscard]] std::string queuePause(contract::Kind kind);
[[nodiscard]] std::string queueResume(contract::Kind kind);
[[nodiscard]] std::string queuePurge(contract::Kind kind);

} // namespace pult::link::paths
