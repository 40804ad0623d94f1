// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "service/config/liveconfig.h"
#include "service/http/server.h"
#include "service/metrics/cpumeter.h"
#include "service/processes/processpool.h"
#include "service/providers/providerdesk.h"
#include "service/routes/healthmonitor.h"
#include "service/store/database.h"
#include "service/upstream/upstreamclient.h"
#include "service/workers/jobservice.h"

/// The checks of GET /health. References must outlive the probe.
namespace pult::service {

/// Commits work, and a lookup is answered within a second. When the last commit failed, it tries
/// one.
[[nodiscard]] HealthProbe storeProbe(const Clock &clock, Database &database, JobService &jobs);
/// Depth against its limit; warns above 80 % and when a kind with waiting jobs is paused.
[[nodiscard]] HealthProbe queueProbe(const LiveConfig &config, const JobService &jobs);
/// Busy slots against all; warns when jobs of a kind wait that has no slot.
[[nodiscard]] HealthProbe workersProbe(const JobService &jobs);
/// Busy CPU processes against all; warns when much work waits for one, fails when none can be
/// started.
[[nodiscard]] HealthProbe processesProbe(const ProcessPool &processes);
/// Open connections against http.max_connections; warns above 80 %.
[[nodiscard]] HealthProbe httpProbe(const Server &server);
/// Requests under way to providers against upstream.max_connections; warns when as many wait.
[[nodiscard]] HealthProbe readersProbe(const Database &database);
[[nodiscard]] HealthProbe upstreamProbe(const UpstreamClient &upstream);
/// Failures in a row of a remote provider; warns while it is down and says when it is tried again,
/// fails when no kind is served by another one.
[[nodiscard]] HealthProbe circuitProbe(const ProviderDesk &providers, std::string name);
/// Space used where the data are; warns above 90 %, fails when there is no room for new jobs.
[[nodiscard]] HealthProbe diskProbe(std::filesystem::path directory);
/// Of the host; warns above 80 %, fails above 97 %.
[[nodiscard]] HealthProbe memoryProbe();
/// Of the host; warns above 80 %.
[[nodiscard]] HealthProbe cpuProbe(CpuMeter &cpu);
/// Warns of settings that contradict each other.
[[nodiscard]] HealthProbe configurationProbe(const LiveConfig &config);

} // namespace pult::service
