// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/frontdoor.h"

#include <algorithm>
#include <cctype>

#include <spdlog/spdlog.h>

#include "base/uuid.h"
#include "service/http/compression.h"
#include "service/http/limitheaders.h"
#include "service/http/problem.h"

namespace pult::service {

namespace {

constexpr std::size_t kMaxRequestId = 128;

bool isIdCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
}

/// The client's own id when it is harmless in a log, else a new one.
std::string requestId(const Headers &headers, const Clock &clock)
{
    const std::string_view given = headers.value("X-Request-Id");
    const bool isUsable = !given.empty() && given.size() <= kMaxRequestId
        && std::all_of(given.begin(), given.end(), isIdCharacter);
    return isUsable ? std::string(given) : toString(makeUuid(clock.wallNow()));
}

Response notServed(const Router::Match &match)
{
    if (match.allowed.empty())
        return problemResponse(404, "There is nothing at this address");
    Response response = problemResponse(405, "Allowed here: " + match.allowed);
    response.headers.add("Allow", match.allowed);
    return response;
}

Result<std::string_view> bearerToken(std::string_view authorization)
{
    constexpr std::string_view kScheme = "bearer ";
    const bool isBearer = authorization.size() > kScheme.size()
        && std::equal(kScheme.begin(), kScheme.end(), authorization.begin(),
            [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    if (!isBearer)
        return fail(ErrorCode::unauthenticated, "Send: Authorization: Bearer TOKEN");
    return authorization.substr(kScheme.size());
}

std::optional<Role> roleNeeded(Access access, ApiAccess api)
{
    switch (access) {
    case Access::probe:
    case Access::open:
        return std::nullopt;
    case Access::submitter:
        return api == ApiAccess::open ? std::optional<Role>() : Role::operates;
    case Access::owner:
        return api == ApiAccess::open ? std::optional<Role>() : Role::viewer;
    case Access::viewer:
        return Role::viewer;
    case Access::operates:
        return Role::operates;
    case Access::admin:
        return Role::admin;
    }
    return Role::admin;
}

std::string clientOf(const Request &request)
{
    return request.identity ? "token:" + request.identity->id : "address:" + request.address;
}

/// The limits that the handler asked come first when they are the tighter ones.
void finish(Response &response, const Request &request, const RuleStates &general)
{
    RuleStates rules = std::move(response.limits);
    rules.insert(rules.end(), general.begin(), general.end());
    std::stable_sort(rules.begin(), rules.end(),
        [](const RuleState &a, const RuleState &b) { return a.remaining < b.remaining; });
    addLimitHeaders(response.headers, rules);
    response.headers.add("X-Request-Id", request.id);
}

} // namespace

FrontDoor::FrontDoor(const Clock &clock, const Router &router, const TokenStore &tokens,
    RateLimiter &limiter, HttpMetrics &metrics, DoorPolicy policy)
    : m_clock(clock)
    , m_router(router)
    , m_tokens(tokens)
    , m_limiter(limiter)
    , m_metrics(metrics)
    , m_policy(std::move(policy))
{
    m_meters.emplace(nullptr, &metrics.meterFor(HttpMetrics::kNoRoute));
    for (const Route *route : router.routes())
        m_meters.emplace(route, &metrics.meterFor(route->pattern));
}

Task<Response> FrontDoor::answer(Request &request) const
{
    const SteadyTime began = m_clock.now();
    request.id = requestId(request.headers, m_clock);
    if (!m_policy.proxies.isEmpty())
        request.address =
            m_policy.proxies.clientOf(request.address, request.headers.value("X-Forwarded-For"));
    Router::Match match = m_router.find(request.method, request.target.segments);
    RouteMeter &meter = *m_meters.at(match.route);
    request.parameters = std::move(match.parameters);

    RuleStates general;
    std::optional<Response> response = refusal(request, match, general);
    if (!response) {
        try {
            response = co_await match.route->handler(request);
        } catch (const std::exception &error) {
            // A library threw past its adapter: the client must not see what.
            spdlog::error("{} {}: {}", request.id, match.route->pattern, error.what());
            response = problemResponse(500, "That failed here; the log says why");
        }
    }
    finish(*response, request, general);
    const SteadyTime::duration took = m_clock.now() - began;
    meter.took(took - response->waited);
    meter.answered(request.method, response->status);
    compressIfAsked(request, *response);
    tell(request, meter, *response, took);
    co_return std::move(*response);
}

void FrontDoor::tell(const Request &request, const RouteMeter &meter, const Response &response,
    SteadyTime::duration took) const
{
    const std::string_view method = contract::nameOf(request.method);
    spdlog::debug("{} {} {} {}", request.id, method, meter.route(), response.status);
    if (m_policy.accessLog)
        m_policy.accessLog->write(
            {m_clock.wallNow(), request.id, request.client, method, meter.route(), response.status,
                response.file ? response.file->length : response.body.size(), took});
}

void FrontDoor::countUnread(unsigned status) const
{
    m_meters.at(nullptr)->answered(Method::other, status);
}

std::optional<Response> FrontDoor::refusal(
    Request &request, const Router::Match &match, RuleStates &general) const
{
    const Access access = match.route ? match.route->access : Access::open;
    const Result<void> known = identify(request, access);
    request.client = clientOf(request);
    RateDecision decision;
    if (access != Access::probe)
        decision = m_limiter.admit(request.client);
    general = std::move(decision.rules);

    if (!decision.isAdmitted) {
        m_metrics.limited(general.front().rule);
        return tooManyRequests(general);
    }
    if (!match.route)
        return notServed(match);
    const Result<void> admitted = known.and_then([&] { return admit(request, access); });
    return admitted ? std::nullopt : std::optional(problemResponse(admitted.error()));
}

Result<void> FrontDoor::identify(Request &request, Access access) const
{
    const std::string_view authorization = request.headers.value("Authorization");
    if (authorization.empty() || access == Access::probe)
        return {};
    const auto token = bearerToken(authorization);
    if (!token)
        return tl::unexpected(token.error());
    request.identity = m_tokens.identify(*token);
    if (!request.identity)
        return fail(ErrorCode::unauthenticated, "This token is not known here");
    return {};
}

Result<void> FrontDoor::admit(const Request &request, Access access) const
{
    const std::optional<Role> needed = roleNeeded(access, m_policy.api);
    if (!needed)
        return {};
    if (!request.identity)
        return fail(ErrorCode::unauthenticated, "Send: Authorization: Bearer TOKEN");
    if (request.identity->role < *needed)
        return fail(ErrorCode::forbidden,
            "This needs the role " + std::string(nameOf(*needed)) + "; the token has "
                + std::string(nameOf(request.identity->role)));
    return {};
}

} // namespace pult::service
