// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/ratelimiter.h"

#include <algorithm>

namespace pult::service {

namespace {

constexpr std::array<std::string_view, kLimitRules> kNames{"general", "submit", "window",
    "text_per_minute", "image_per_minute", "video_per_minute", "sticker_per_minute"};

/// Clients looked at for forgetting on each request: more than one, so that they go faster than
/// they can come.
constexpr int kForgetStep = 2;

std::size_t indexOf(LimitRule rule)
{
    return static_cast<std::size_t>(rule);
}

RuleState stateOf(LimitRule rule, const TokenBucket &bucket, const BucketRate &rate, SteadyTime now)
{
    return {rule, rate.burst(), bucket.tokens(rate, now), rate.window(), bucket.timeToFull(now),
        bucket.timeToToken(rate, now)};
}

bool isTighter(const RuleState &a, const RuleState &b)
{
    return a.remaining != b.remaining ? a.remaining < b.remaining : a.untilToken > b.untilToken;
}

} // namespace

std::string_view nameOf(LimitRule rule)
{
    return kNames[indexOf(rule)];
}

LimitRule ruleFor(contract::Kind kind)
{
    switch (kind) {
    case contract::Kind::text:
        return LimitRule::text;
    case contract::Kind::image:
        return LimitRule::image;
    case contract::Kind::video:
        return LimitRule::video;
    case contract::Kind::sticker:
        return LimitRule::sticker;
    }
    return LimitRule::submit;
}

RateLimiter::RateLimiter(const Clock &clock, const RateLimitSettings &settings)
    : m_clock(clock)
{
    change(settings);
}

RateDecision RateLimiter::admit(std::string_view client)
{
    return admit(client, std::array{LimitRule::general});
}

RateDecision RateLimiter::admitSubmission(std::string_view client, contract::Kind kind)
{
    return admit(client, std::array{LimitRule::submit, LimitRule::window, ruleFor(kind)});
}

RateDecision RateLimiter::admit(std::string_view client, std::span<const LimitRule> rules)
{
    const SteadyTime now = m_clock.now();
    return m_state.with([&](State &state) {
        if (!state.settings.enabled)
            return RateDecision{};
        RateDecision decision = decide(state.rates, state.clients.touch(client), rules, now);
        forgetQuiet(state, now);
        return decision;
    });
}

RateDecision RateLimiter::decide(const Rates &rates, ClientTable::Buckets &buckets,
    std::span<const LimitRule> rules, SteadyTime now)
{
    RateDecision decision;
    decision.isAdmitted = std::all_of(rules.begin(), rules.end(), [&](LimitRule rule) {
        const auto &rate = rates.byRule[indexOf(rule)];
        return !rate || buckets[indexOf(rule)].timeToToken(*rate, now).count() == 0;
    });
    for (const LimitRule rule : rules) {
        const auto &rate = rates.byRule[indexOf(rule)];
        if (!rate)
            continue;
        TokenBucket &bucket = buckets[indexOf(rule)];
        if (decision.isAdmitted)
            bucket.take(*rate, now);
        decision.rules.push_back(stateOf(rule, bucket, *rate, now));
    }
    std::sort(decision.rules.begin(), decision.rules.end(), isTighter);
    return decision;
}

void RateLimiter::forgetQuiet(State &state, SteadyTime now)
{
    for (int i = 0; i < kForgetStep && state.clients.size() > 1; ++i) {
        const ClientTable::Buckets &quietest = state.clients.quietest();
        const bool isFull = std::all_of(quietest.begin(), quietest.end(),
            [now](const TokenBucket &bucket) { return bucket.timeToFull(now).count() == 0; });
        if (!isFull && state.clients.size() <= kMaxClients)
            return;
        state.clients.forgetQuietest();
    }
}

void RateLimiter::change(const RateLimitSettings &settings)
{
    const SteadyTime now = m_clock.now();
    m_state.with([&](State &state) {
        const Rates rates = ratesFrom(settings);
        state.clients.visit([&](ClientTable::Buckets &buckets) {
            for (std::size_t i = 0; i < kLimitRules; ++i)
                if (state.rates.byRule[i] && rates.byRule[i])
                    buckets[i].changeRate(*state.rates.byRule[i], *rates.byRule[i], now);
        });
        state.rates = rates;
        state.settings = settings;
    });
}

RateLimiter::Rates RateLimiter::ratesFrom(const RateLimitSettings &settings)
{
    Rates rates;
    rates.byRule[indexOf(LimitRule::general)] =
        BucketRate{settings.general_per_s, settings.general_burst};
    rates.byRule[indexOf(LimitRule::submit)] =
        BucketRate{settings.submit_per_s, settings.submit_burst};
    if (settings.window_requests > 0)
        rates.byRule[indexOf(LimitRule::window)] =
            BucketRate{static_cast<double>(settings.window_requests) / settings.window_s.count(),
                settings.window_requests};
    for (const contract::Kind kind : contract::kAllKinds)
        if (const std::int64_t perMinute = perMinuteFor(settings, kind); perMinute > 0)
            rates.byRule[indexOf(ruleFor(kind))] =
                BucketRate{static_cast<double>(perMinute) / 60, perMinute};
    return rates;
}

RateLimitSettings RateLimiter::inForce() const
{
    return m_state.with([](const State &state) { return state.settings; });
}

std::array<std::optional<BucketRate>, kLimitRules> RateLimiter::rates() const
{
    return m_state.with([](const State &state) { return state.rates.byRule; });
}

std::size_t RateLimiter::clientCount() const
{
    return m_state.with([](const State &state) { return state.clients.size(); });
}

} // namespace pult::service
