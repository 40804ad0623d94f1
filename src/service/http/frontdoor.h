// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include "base/clock.h"
#include "service/http/httpmetrics.h"
#include "service/http/router.h"
#include "service/http/tokenstore.h"
#include "service/http/trustedproxies.h"
#include "service/log/accesslog.h"

namespace pult::service {

enum class ApiAccess {
    tokens, ///< Submitting needs an operator's token.
    open ///< Anybody may submit.
};

/// How a service takes its requests, from its start to its end.
struct DoorPolicy {
    ApiAccess api = ApiAccess::tokens;
    TrustedProxies proxies;
    const AccessLog *accessLog = nullptr; ///< Null: none.
};

/// What every request passes before its handler, and every answer behind it: request id, route,
/// who it is, rate limit, role, metrics, access log. Any thread. Made when all routes
/// have been added. All references must outlive it.
class FrontDoor {
public:
    FrontDoor(const Clock &clock, const Router &router, const TokenStore &tokens,
        RateLimiter &limiter, HttpMetrics &metrics, DoorPolicy policy);

    /// Always answers: failures are problem+json. The request must outlive the task.
    [[nodiscard]] Task<Response> answer(Request &request) const;
    /// For a request that could not be read.
    void countUnread(unsigned status) const;

private:
    void tell(const Request &request, const RouteMeter &meter, const Response &response,
        SteadyTime::duration took) const;
    /// What is answered instead of by the route's handler, if anything. Writes down whose the
    /// request is, and the limits that it was counted against.
    [[nodiscard]] std::optional<Response> refusal(
        Request &request, const Router::Match &match, RuleStates &general) const;
    [[nodiscard]] Result<void> identify(Request &request, Access access) const;
    [[nodiscard]] Result<void> admit(const Request &request, Access access) const;

    const Clock &m_clock;
    const Router &m_router;
    const TokenStore &m_tokens;
    RateLimiter &m_limiter;
    HttpMetrics &m_metrics;
    DoorPolicy m_policy;
    std::unordered_map<const Route *, RouteMeter *> m_meters; ///< Of null: without a route.
};

} // namespace pult::service
