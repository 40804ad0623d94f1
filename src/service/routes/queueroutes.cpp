// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/queueroutes.h"

#include "service/http/reply.h"

namespace pult::service {

namespace {

Task<Response> pause(JobService &jobs, const Request &request)
{
    const auto kind = kindInPath(request);
    if (!kind)
        co_return problemResponse(kind.error());
    const auto queue = co_await jobs.pause(*kind);
    co_return respond(queue);
}

Task<Response> resume(JobService &jobs, const Request &request)
{
    const auto kind = kindInPath(request);
    if (!kind)
        co_return problemResponse(kind.error());
    const auto queue = co_await jobs.resume(*kind);
    co_return respond(queue);
}

Task<Response> purge(JobService &jobs, const Request &request)
{
    const auto kind = kindInPath(request);
    if (!kind)
        co_return problemResponse(kind.error());
    if (!request.hasBody)
        co_return problemResponse(411, "Send a body, and its length");
    const auto body = bodyAs<contract::PurgeRequest>(request);
    if (!body)
        co_return problemResponse(body.error());
    if (body->expected < 0)
        co_return problemResponse(fieldError("/expected", "Must be given, and at least 0"));
    const auto purged = co_await jobs.purge(*kind, body->expected);
    co_return respond(purged);
}

} // namespace

void addQueueRoutes(Router &router, JobService &jobs)
{
    router.add({Method::GET, "/queue", Access::viewer, atOnce([&jobs](const Request &) {
                    return jsonResponse(contract::encodeText(jobs.queue()));
                })});
    router.add({Method::POST, "/queue/{kind}/pause", Access::operates,
        [&jobs](const Request &request) { return pause(jobs, request); }});
    router.add({Method::POST, "/queue/{kind}/resume", Access::operates,
        [&jobs](const Request &request) { return resume(jobs, request); }});
    router.add({Method::POST, "/queue/{kind}/purge", Access::admin,
        [&jobs](const Request &request) { return purge(jobs, request); }});
}

} // namespace pult::service
