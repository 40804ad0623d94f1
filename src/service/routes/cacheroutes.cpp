// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/cacheroutes.h"

#include "service/http/conditional.h"
#include "service/http/reply.h"

namespace pult::service {

namespace {

/// The id tells the bytes: it is made from all that they are rendered from.
Response sendSticker(ResultCache &cache, const Request &request)
{
    const std::string &id = request.parameters.front();
    const auto cached = cache.find(id);
    if (!cached)
        return problemResponse(Error{ErrorCode::notFound,
            "This sticker is not cached, or no longer; the result of its job is kept longer, and "
            "submitting the file again renders it again",
            {}});
    Response whole;
    whole.contentType = cached->mediaType;
    whole.body = cached->bytes;
    return conditionalResponse(request, '"' + id + '"', std::move(whole));
}

} // namespace

void addCacheRoutes(Router &router, ResultCache &cache)
{
    router.add({Method::GET, "/cache/stats", Access::viewer, atOnce([&cache](const Request &) {
                    return jsonResponse(contract::encodeText(cache.stats()));
                })});
    router.add({Method::GET, "/stickers/{id}", Access::viewer,
        atOnce([&cache](const Request &request) { return sendSticker(cache, request); })});
}

} // namespace pult::service
