// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/healthroutes.h"

#include "service/http/reply.h"

namespace pult::service {

namespace {

/// Strangers learn the status alone.
Task<Response> health(const HealthMonitor &monitor, const Request &request)
{
    const contract::Health whole = co_await monitor.check();
    contract::Health report;
    report.status = whole.status;
    if (request.identity)
        report = whole;
    const bool isFailing = whole.status == contract::HealthStatus::fail;
    co_return jsonResponse(contract::encode(report), isFailing ? 503 : 200);
}

} // namespace

void addHealthRoutes(Router &router, const HealthMonitor &monitor, std::function<bool()> isReady)
{
    router.add({Method::GET, "/livez", Access::probe,
        atOnce([](const Request &) { return textResponse("alive\n"); })});
    router.add({Method::GET, "/readyz", Access::probe,
        atOnce([isReady = std::move(isReady)](const Request &) {
            return isReady() ? textResponse("ready\n") : textResponse("not ready\n", 503);
        })});
    router.add({Method::GET, "/health", Access::open,
        [&monitor](const Request &request) { return health(monitor, request); }});
}

} // namespace pult::service
