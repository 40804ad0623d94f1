// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/resultroute.h"

#include "service/http/byterange.h"
#include "service/http/jobowner.h"
#include "service/http/reply.h"

namespace pult::service {

namespace {

Response unsatisfiable(std::uint64_t size)
{
    Response response = problemResponse(416, "The result does not reach that far");
    response.headers.add("Content-Range", "bytes */" + std::to_string(size));
    return response;
}

bool isRangeWanted(const Request &request, std::string_view tag)
{
    const std::string_view condition = request.headers.value("If-Range");
    return condition.empty() || condition == tag;
}

Response fileResponse(const Request &request, const ResultFile &result, const std::string &tag)
{
    const auto size = static_cast<std::uint64_t>(result.about.bytes);
    Response response;
    FileSpan span{std::ifstream(result.path, std::ios::binary), 0, size};
    if (!span.file)
        return problemResponse(Error{ErrorCode::notFound, "The result has been removed", {}});
    if (isRangeWanted(request, tag)) {
        const RangeAnswer range = selectRange(request.headers.value("Range"), size);
        if (range.kind == RangeAnswer::Kind::unsatisfiable)
            return unsatisfiable(size);
        if (range.kind == RangeAnswer::Kind::part) {
            response.status = 206;
            span.offset = range.offset;
            span.length = range.length;
            response.headers.add("Content-Range", contentRange(range, size));
        }
    }
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

    const std::string tag = '"' + toString(*id) + '"';
    Response response;
    if (request.headers.value("If-None-Match") == tag)
        response.status = 304;
    else
        response = fileResponse(request, *result, tag);
    if (response.status < 400) {
        response.headers.add("ETag", tag);
        response.headers.add("Accept-Ranges", "bytes");
        response.headers.add("Cache-Control", "private, immutable, max-age=86400");
    }
    co_return response;
}

} // namespace

void addResultRoute(Router &router, JobService &jobs)
{
    router.add({Method::GET, "/api/v1/jobs/{id}/result", Access::owner,
        [&jobs](const Request &request) { return sendResult(jobs, request); }});
}

} // namespace pult::service
