// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/routes.h"

#include "service/http/cacheroutes.h"
#include "service/http/eventroute.h"
#include "service/http/healthroutes.h"
#include "service/http/logroute.h"
#include "service/http/metricsroute.h"
#include "service/http/queueroutes.h"
#include "service/http/resultroute.h"

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
