// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/httpmessage.h"

#include "contract/problem.h"

namespace pult::link {

namespace {

ErrorCode codeOf(int status)
{
    switch (status) {
    case 400:
    case 411:
    case 422:
        return ErrorCode::invalidArgument;
    case 401:
        return ErrorCode::unauthenticated;
    case 403:
        return ErrorCode::forbidden;
    case 404:
    case 410:
        return ErrorCode::notFound;
    case 408:
    case 504:
        return ErrorCode::deadlineExceeded;
    case 409:
        return ErrorCode::conflict;
    case 412:
    case 428:
        return ErrorCode::stale;
    case 413:
    case 431:
        return ErrorCode::tooLarge;
    case 429:
        return ErrorCode::limited;
    case 500:
        return ErrorCode::internal;
    case 502:
    case 503:
        return ErrorCode::unavailable;
    default:
        return ErrorCode::unsupported;
    }
}

std::string fallbackDetail(int status)
{
    if (status >= 300 && status < 400)
        return "The service sends the request elsewhere; connect to that address instead";
    return "The service answered with HTTP status " + std::to_string(status);
}

contract::Problem problemIn(const HttpAnswer &answer)
{
    if (answer.mediaType != "application/problem+json")
        return {};
    return contract::decodeText<contract::Problem>(
        {answer.body.constData(), static_cast<std::size_t>(answer.body.size())})
        .value_or(contract::Problem{});
}

} // namespace

bool isHealthReport(const HttpAnswer &answer)
{
    return answer.isSuccess() || (answer.status == 503 && answer.mediaType == "application/json");
}

Error errorIn(const HttpAnswer &answer)
{
    contract::Problem problem = problemIn(answer);
    Error error;
    error.code = codeOf(answer.status);
    error.detail = !problem.detail.empty() ? problem.detail : problem.title;
    if (error.detail.empty())
        error.detail = fallbackDetail(answer.status);
    if (error.code == ErrorCode::invalidArgument && problem.errors)
        error.fields = std::move(*problem.errors);
    error.retryAfter = answer.retryAfter;
    return error;
}

} // namespace pult::link
