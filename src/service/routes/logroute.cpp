// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/logroute.h"

#include "service/http/reply.h"

namespace pult::service {

namespace {

Result<WallTime> sinceParameter(const Request &request)
{
    const auto text = request.target.parameter("since");
    if (!text)
        return WallTime();
    return parseWallTime(*text).map_error([](const Error &error) {
        return Error{ErrorCode::invalidArgument, "?since=: " + error.detail, {}};
    });
}

Response records(const Logbook &logbook, const Request &request)
{
    const auto since = sinceParameter(request);
    const auto level = namedParameter<contract::LogLevel>(request, "level");
    const auto limit = integerParameter(request, "limit", 1, 500, 50);
    if (!since || !level)
        return problemResponse(!since ? since.error() : level.error());
    if (!limit)
        return problemResponse(limit.error());
    const contract::LogPage page{logbook.latest(
        *since, level->value_or(contract::LogLevel::trace), static_cast<std::size_t>(*limit))};
    return jsonResponse(contract::encodeText(page));
}

} // namespace

void addLogRoute(Router &router, const Logbook &logbook)
{
    router.add({Method::GET, "/logs", Access::viewer,
        atOnce([&logbook](const Request &request) { return records(logbook, request); })});
}

} // namespace pult::service
