// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/limitheaders.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "service/http/problem.h"

namespace pult::service {

namespace {

std::int64_t wholeSeconds(Seconds length)
{
    return static_cast<std::int64_t>(std::ceil(length.count()));
}

} // namespace

void addLimitHeaders(Headers &headers, const RuleStates &rules)
{
    if (rules.empty())
        return;
    const RuleState &tightest = rules.front();
    headers.add("X-RateLimit-Limit", std::to_string(tightest.limit));
    headers.add("X-RateLimit-Remaining", std::to_string(tightest.remaining));
    headers.add("X-RateLimit-Reset", std::to_string(wholeSeconds(tightest.untilFull)));
    std::string states;
    std::string policies;
    for (const RuleState &rule : rules) {
        const std::string_view comma = states.empty() ? "" : ", ";
        states += fmt::format("{}\"{}\";r={};t={}", comma, nameOf(rule.rule), rule.remaining,
            wholeSeconds(rule.untilFull));
        policies += fmt::format("{}\"{}\";q={};w={}", comma, nameOf(rule.rule), rule.limit,
            std::max<std::int64_t>(1, wholeSeconds(rule.window)));
    }
    headers.add("RateLimit", std::move(states));
    headers.add("RateLimit-Policy", std::move(policies));
}

Response tooManyRequests(const RuleStates &rules)
{
    const auto longest = std::max_element(rules.begin(), rules.end(),
        [](const RuleState &a, const RuleState &b) { return a.untilToken < b.untilToken; });
    Error error{ErrorCode::limited,
        fmt::format("Over the limit \"{}\" of {} in {} s: try again in {} s", nameOf(longest->rule),
            longest->limit, wholeSeconds(longest->window), wholeSeconds(longest->untilToken)),
        {}};
    error.retryAfter = longest->untilToken;
    return problemResponse(error);
}

} // namespace pult::service
