// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/thread_pool.hpp>

#include "contract/encodetext.h"
#include "service/http/message.h"
#include "service/http/problem.h"
#include "service/http/route.h"

/// What handlers share: reading bodies and parameters, making answers. Any thread.
namespace pult::service {

/// An answer that waits for nothing.
[[nodiscard]] Task<Response> ready(Response response);

/// A handler that has its answer without waiting for anything.
[[nodiscard]] Handler atOnce(std::function<Response(const Request &)> answer);

/// A handler that waits for the disk: on the pool's thread, while the connection's own serves
/// others. The pool must outlive what it answers.
[[nodiscard]] Handler inBackground(
    boost::asio::thread_pool &pool, std::function<Response(const Request &)> answer);

[[nodiscard]] Response jsonResponse(std::string json, unsigned status = 200);
[[nodiscard]] Response textResponse(std::string text, unsigned status = 200);

/// The value as JSON, or the error as a problem.
template <class T>
[[nodiscard]] Response respond(const Result<T> &result, unsigned status = 200)
{
    return result ? jsonResponse(contract::encodeText(*result), status)
                  : problemResponse(result.error());
}

/// The JSON body. Errors: invalidArgument, unsupported (another content type).
[[nodiscard]] Result<boost::json::value> jsonBody(const Request &request);

/// The body as a described struct, in which nothing unknown may stand.
template <class T>
[[nodiscard]] Result<T> bodyAs(const Request &request)
{
    return jsonBody(request).and_then([](const boost::json::value &json) {
        return contract::decode<T>(json, contract::UnknownMembers::refuse);
    });
}

/// One wrong place in a body.
[[nodiscard]] Error fieldError(std::string pointer, std::string detail);

/// A query parameter that is a number within bounds; the fallback when it is absent.
/// Errors: invalidArgument.
[[nodiscard]] Result<std::int64_t> integerParameter(const Request &request, std::string_view name,
    std::int64_t low, std::int64_t high, std::int64_t fallback);
[[nodiscard]] Result<Seconds> secondsParameter(
    const Request &request, std::string_view name, Seconds longest);
/// "true" or "false"; false when absent. Errors: invalidArgument.
[[nodiscard]] Result<bool> flagParameter(const Request &request, std::string_view name);

/// A query parameter that names an enumerator; none when absent. Errors: invalidArgument.
template <class T>
[[nodiscard]] Result<std::optional<T>> namedParameter(const Request &request, std::string_view name)
{
    const auto text = request.target.parameter(name);
    if (!text)
        return std::optional<T>();
    const auto value = contract::valueNamed<T>(*text);
    if (!value)
        return fail(
            ErrorCode::invalidArgument, "?" + std::string(name) + "=: " + value.error().detail);
    return std::optional<T>(*value);
}

/// Errors: notFound: what stands in the address is no kind, no id.
[[nodiscard]] Result<contract::Kind> kindInPath(const Request &request);
[[nodiscard]] Result<contract::JobId> jobIdInPath(const Request &request);

} // namespace pult::service
