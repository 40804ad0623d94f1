// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/resultroute.h"

#include "service/http/conditional.h"
#include "service/http/reply.h"
#include "service/routes/jobowner.h"

namespace pult::service {

namespace {

Response wholeOutput(JobOutput output)
{
    Response response;
    response.contentType = output.about.media_type;
    if (auto *bytes = std::get_if<std::string>(&output.bytes)) {
        response.body = std::move(*bytes);
        return response;
    }
    auto file = std::make_unique<std::ifstream>(
        std::get<std::filesystem::path>(output.bytes), std::ios::binary);
    if (!*file)
        return problemResponse(Error{ErrorCode::notFound, "The result has been removed", {}});
    response.file = FileSpan{std::move(file), 0, static_cast<std::uint64_t>(output.about.bytes)};
    return response;
}

/// A result is written once, so the job's id tells its bytes.
Task<Response> sendResult(JobService &jobs, const Request &request)
{
    const auto id = co_await readableJob(jobs, request);
    if (!id)
        co_return problemResponse(id.error());
    auto output = co_await jobs.result(*id);
    if (!output)
        co_return problemResponse(output.error());

    Response whole = wholeOutput(std::move(*output));
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
