// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/resultroute.h"

#include "service/http/conditional.h"
#include "service/http/jobowner.h"
#include "service/http/reply.h"

namespace pult::service {

namespace {

Response wholeFile(const ResultFile &result)
{
    FileSpan span{std::ifstream(result.path, std::ios::binary), 0,
        static_cast<std::uint64_t>(result.about.bytes)};
    if (!span.file)
        return problemResponse(Error{ErrorCode::notFound, "The result has been removed", {}});
    Response response;
    response.file = std::move(span);
    response.contentType = result.about.media_type;
    return response;
}

/// A result is written once, so the job's id tells its bytes.
Task<Response> sendResult(JobService &jobs, const Request &request)
{
    const auto id = co_await readableJob(jobs, request);
    if (!id)
        co_return problemResponse(id.error());
    const auto result = co_await jobs.result(*id);
    if (!result)
        co_return problemResponse(result.error());

    Response whole = wholeFile(*result);
    if (whole.status == 200)
        whole = conditionalResponse(request, '"' + toString(*id) + '"', std::move(whole));
    co_return whole;
}

} // namespace

void addResultRoute(Router &router, JobService &jobs)
{
    router.add({Method::GET, "/api/v1/jobs/{id}/result", Access::owner,
        [&jobs](const Request &request) { return sendResult(jobs, request); }});
}

} // namespace pult::service
