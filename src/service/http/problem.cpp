// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/problem.h"

#include <algorithm>
#include <cmath>

#include "contract/encodetext.h"
#include "contract/problem.h"
#include "service/http/httpstatus.h"

namespace pult::service {

namespace {

constexpr Seconds kUsualRetry{5};

Response responseFor(unsigned status, const Error &error)
{
    contract::Problem problem;
    problem.title = reasonOf(status);
    problem.status = status;
    problem.detail = error.detail;
    if (!error.fields.empty())
        problem.errors = error.fields;

    Response response;
    response.status = status;
    response.contentType = "application/problem+json";
    response.body = contract::encodeText(problem);
    if (status == 429 || status == 503) {
        const double wait = error.retryAfter.value_or(kUsualRetry).count();
        response.headers.add("Retry-After",
            std::to_string(static_cast<std::int64_t>(std::max(1.0, std::ceil(wait)))));
    }
    if (status == 401)
        response.headers.add("WWW-Authenticate", "Bearer");
    return response;
}

} // namespace

unsigned statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::invalidArgument:
        return error.fields.empty() ? 400 : 422;
    case ErrorCode::unauthenticated:
        return 401;
    case ErrorCode::forbidden:
        return 403;
    case ErrorCode::notFound:
        return 404;
    case ErrorCode::conflict:
    case ErrorCode::cancelled:
        return 409;
    case ErrorCode::stale:
        return 412;
    case ErrorCode::tooLarge:
        return 413;
    case ErrorCode::unsupported:
        return 415;
    case ErrorCode::limited:
        return 429;
    case ErrorCode::unavailable:
        return 503;
    case ErrorCode::deadlineExceeded:
        return 504;
    case ErrorCode::corrupt:
    case ErrorCode::io:
    case ErrorCode::internal:
        return 500;
    }
    return 500;
}

Response problemResponse(const Error &error)
{
    return responseFor(statusOf(error), error);
}

Response problemResponse(unsigned status, std::string detail)
{
    return responseFor(status, Error{ErrorCode::internal, std::move(detail), {}});
}

} // namespace pult::service
