// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/reply.h"

#include <charconv>

#include <boost/asio/co_spawn.hpp>
#include <boost/beast/core/string.hpp>
#include <fmt/format.h>

namespace pult::service {

namespace {

/// Without its parameters and the spaces before them.
std::string_view mediaType(const Request &request)
{
    std::string_view field = request.headers.value("Content-Type");
    field = field.substr(0, field.find(';'));
    return field.substr(0, field.find_last_not_of(" \t") + 1);
}

template <class T>
std::optional<T> parseNumber(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

Task<Response> ready(Response response)
{
    co_return response;
}

Handler atOnce(std::function<Response(const Request &)> answer)
{
    return [answer = std::move(answer)](const Request &request) { return ready(answer(request)); };
}

Handler inBackground(
    boost::asio::thread_pool &pool, std::function<Response(const Request &)> answer)
{
    return [&pool, answer = std::move(answer)](const Request &request) {
        return boost::asio::co_spawn(
            pool, [&]() -> Task<Response> { co_return answer(request); },
            boost::asio::use_awaitable);
    };
}

Response jsonResponse(std::string json, unsigned status)
{
    Response response;
    response.status = status;
    response.contentType = "application/json";
    response.body = std::move(json);
    return response;
}

Response textResponse(std::string text, unsigned status)
{
    Response response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = std::move(text);
    return response;
}

Result<boost::json::value> jsonBody(const Request &request)
{
    const std::string_view type = mediaType(request);
    if (!boost::beast::iequals(type, "application/json")
        && !boost::beast::iequals(type, "application/merge-patch+json"))
        return fail(ErrorCode::unsupported, "Send the body as Content-Type: application/json");
    return contract::parseJson(request.body);
}

Error fieldError(std::string pointer, std::string detail)
{
    Error error{ErrorCode::invalidArgument, detail, {}};
    error.fields.push_back({std::move(pointer), std::move(detail)});
    return error;
}

Result<std::int64_t> integerParameter(const Request &request, std::string_view name,
    std::int64_t low, std::int64_t high, std::int64_t fallback)
{
    const auto text = request.target.parameter(name);
    if (!text)
        return fallback;
    const auto value = parseNumber<std::int64_t>(*text);
    if (!value || *value < low || *value > high)
        return fail(ErrorCode::invalidArgument,
            fmt::format("?{}= must be a whole number from {} to {}", name, low, high));
    return *value;
}

Result<Seconds> secondsParameter(const Request &request, std::string_view name, Seconds longest)
{
    const auto text = request.target.parameter(name);
    if (!text)
        return Seconds(0);
    const auto value = parseNumber<double>(*text);
    if (!value || !(*value >= 0 && *value <= longest.count()))
        return fail(ErrorCode::invalidArgument,
            fmt::format("?{}= must be from 0 to {} seconds", name, longest.count()));
    return Seconds(*value);
}

Result<bool> flagParameter(const Request &request, std::string_view name)
{
    const std::string_view text = request.target.parameter(name).value_or("false");
    if (text != "true" && text != "false")
        return fail(ErrorCode::invalidArgument, fmt::format("?{}= must be true or false", name));
    return text == "true";
}

Result<contract::Kind> kindInPath(const Request &request)
{
    return contract::valueNamed<contract::Kind>(request.parameters.front());
}

Result<contract::JobId> jobIdInPath(const Request &request)
{
    return contract::JobId::parse(request.parameters.front()).map_error([](const Error &) {
        return Error{ErrorCode::notFound, "There is no such job", {}};
    });
}

} // namespace pult::service
