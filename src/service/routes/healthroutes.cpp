// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/healthroutes.h"

#include "service/http/reply.h"

namespace pult::service {

namespace {

/// Strangers learn the status alone.
Task<Response> health(HealthMonitor &monitor, const Request &request)
{
    const auto report = co_await monitor.check();
    const bool isFailing = report->health.status == contract::HealthStatus::fail;
    Response response;
    response.status = isFailing ? 503 : 200;
    response.contentType = "application/json";
    response.body = request.identity ? report->whole : report->statusAlone;
    co_return response;
}

} // namespace

void addHealthRoutes(Router &router, HealthMonitor &monitor, std::function<bool()> isReady)
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
