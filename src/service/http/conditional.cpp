// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/conditional.h"

#include "service/http/byterange.h"
#include "service/http/problem.h"

namespace pult::service {

namespace {

/// Ranges are defined for GET alone (RFC 9110, 14.2).
bool isRangeWanted(const Request &request, std::string_view tag)
{
    const std::string_view condition = request.headers.value("If-Range");
    return request.method == Method::GET && (condition.empty() || condition == tag);
}

std::uint64_t sizeOf(const Response &whole)
{
    return whole.file ? whole.file->length : whole.body.size();
}

Response unsatisfiable(std::uint64_t size)
{
    Response response = problemResponse(416, "There are not so many bytes");
    response.headers.add("Content-Range", "bytes */" + std::to_string(size));
    return response;
}

Response partOf(Response whole, const RangeAnswer &range)
{
    whole.headers.add("Content-Range", contentRange(range, sizeOf(whole)));
    whole.status = 206;
    if (whole.file) {
        whole.file->offset = range.offset;
        whole.file->length = range.length;
    } else {
        whole.body = whole.body.substr(range.offset, range.length);
    }
    return whole;
}

Response ranged(const Request &request, const std::string &tag, Response whole)
{
    if (!isRangeWanted(request, tag))
        return whole;
    const RangeAnswer range = selectRange(request.headers.value("Range"), sizeOf(whole));
    if (range.kind == RangeAnswer::Kind::unsatisfiable)
        return unsatisfiable(sizeOf(whole));
    return range.kind == RangeAnswer::Kind::part ? partOf(std::move(whole), range)
                                                 : std::move(whole);
}

} // namespace

Response conditionalResponse(const Request &request, const std::string &tag, Response whole)
{
    Response response;
    if (request.headers.value("If-None-Match") == tag)
        response.status = 304;
    else
        response = ranged(request, tag, std::move(whole));
    if (response.status < 400) {
        response.headers.add("ETag", tag);
        response.headers.add("Accept-Ranges", "bytes");
        response.headers.add("Cache-Control", "private, immutable, max-age=86400");
    }
    return response;
}

} // namespace pult::service
