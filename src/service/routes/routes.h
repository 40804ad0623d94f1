// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/cache/resultcache.h"
#include "service/log/logbook.h"
#include "service/metrics/exposition.h"
#include "service/routes/configroutes.h"
#include "service/routes/eventhub.h"
#include "service/routes/healthmonitor.h"
#include "service/routes/jobroutes.h"

namespace pult::service {

/// What the routes stand on; all of it outlives them.
struct RouteParts {
    const Clock &clock;
    JobService &jobs;
    LiveConfig &config;
    AppliedSettings applied;
    RateLimiter &limiter;
    HttpMetrics &metrics;
    HealthMonitor &health;
    std::function<bool()> isReady;
    const Exposition &exposition;
    EventHub &events;
    const Logbook &logbook;
    ResultCache &cache;
    VerifiedSettings verified = [](const Settings &) {
        return std::vector<contract::VerifiedSetting>();
    }; ///< Nothing shows.
    SecretStates secrets = [] { return boost::json::object(); }; ///< None.
};

/// Every route of the service: what resources/openapi.yaml describes. Any thread.
class Routes {
public:
    explicit Routes(RouteParts parts);

    [[nodiscard]] const Router &router() const { return m_router; }
    /// Whoever waits for a job is answered now, with the job as it stands.
    void stopWaiting() { m_jobs.stopWaiting(); }

private:
    boost::asio::thread_pool m_background{1}; ///< For what waits for the disk.
    Router m_router;
    JobRoutes m_jobs;
};

} // namespace pult::service
