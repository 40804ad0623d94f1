// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/metricsroute.h"

#include "service/http/accept.h"
#include "service/http/reply.h"

namespace pult::service {

namespace {

/// Whoever wants both as much gets what every scraper reads.
Exposition::Format formatFor(std::string_view accept)
{
    const bool prefersOpenMetrics = acceptWeight(accept, "application/openmetrics-text", "1.0.0")
        > acceptWeight(accept, "text/plain", "0.0.4");
    return prefersOpenMetrics ? Exposition::Format::openMetrics : Exposition::Format::prometheus;
}

Response metrics(const Exposition &exposition, const Request &request)
{
    const Exposition::Format format = formatFor(request.headers.value("Accept"));
    Response response = textResponse(exposition.text(format));
    response.contentType = Exposition::contentType(format);
    response.headers.add("Vary", "Accept");
    return response;
}

} // namespace

void addMetricsRoute(Router &router, const Exposition &exposition)
{
    router.add({Method::GET, "/metrics", Access::viewer,
        atOnce([&exposition](const Request &request) { return metrics(exposition, request); })});
}

} // namespace pult::service
