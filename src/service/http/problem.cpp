// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/problem.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "contract/jsontext.h"
#include "contract/problem.h"

namespace pult::service {

namespace {

struct Phrase {
    unsigned status;
    std::string_view reason;
};

constexpr std::array kPhrases{
    Phrase{200, "OK"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{206, "Partial Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{411, "Length Required"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{416, "Range Not Satisfiable"},
    Phrase{417, "Expectation Failed"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
    Phrase{505, "HTTP Version Not Supported"},
};

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
    response.body = contract::jsonText(contract::encode(problem));
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

std::string_view reasonOf(unsigned status)
{
    const auto found = std::find_if(kPhrases.begin(), kPhrases.end(),
        [status](const Phrase &phrase) { return phrase.status == status; });
    return found == kPhrases.end() ? "Unknown" : found->reason;
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
