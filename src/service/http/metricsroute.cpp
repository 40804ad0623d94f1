// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/metricsroute.h"

#include "service/http/reply.h"

namespace pult::service {

void addMetricsRoute(Router &router, const Exposition &exposition)
{
    router.add({Method::GET, "/metrics", Access::viewer, atOnce([&exposition](const Request &) {
                    Response response = textResponse(exposition.text());
                    response.contentType = Exposition::kContentType;
                    return response;
                })});
}

} // namespace pult::service
