// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/routes.h"

#include "service/routes/cacheroutes.h"
#include "service/routes/eventroute.h"
#include "service/routes/healthroutes.h"
#include "service/routes/logroute.h"
#include "service/routes/metricsroute.h"
#include "service/routes/queueroutes.h"
#include "service/routes/resultroute.h"

namespace pult::service {

Routes::Routes(RouteParts parts)
    : m_jobs(parts.clock, parts.jobs, parts.config, parts.limiter, parts.metrics)
{
    m_jobs.addTo(m_router);
    addResultRoute(m_router, parts.jobs);
    addQueueRoutes(m_router, parts.jobs);
    addConfigRoutes(m_router, m_background, parts.config, std::move(parts.applied),
        std::move(parts.verified), std::move(parts.secrets));
    addHealthRoutes(m_router, parts.health, std::move(parts.isReady));
    addMetricsRoute(m_router, parts.exposition);
    addEventRoute(m_router, parts.events);
    addLogRoute(m_router, parts.logbook);
    addCacheRoutes(m_router, parts.cache);
}

} // namespace pult::service
