// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <boost/container/static_vector.hpp>

#include "base/guarded.h"
#include "service/config/settings.h"
#include "service/limits/clienttable.h"

namespace pult::service {

enum class LimitRule { general, submit, window, text, image, video, sticker };
inline constexpr std::size_t kLimitRules = ClientTable::kBuckets;

/// The rule's name in headers and metric labels, e.g. "image_per_minute".
[[nodiscard]] std::string_view nameOf(LimitRule rule);
[[nodiscard]] LimitRule ruleFor(contract::Kind kind);

/// One rule as it stands for a client, after the decision.
struct RuleState {
    LimitRule rule = LimitRule::general;
    std::int64_t limit = 0; ///< Tokens when full.
    std::int64_t remaining = 0;
    Seconds window{0}; ///< In which an empty bucket fills.
    Seconds untilFull{0};
    Seconds untilToken{0};
};

/// Rules as they stand: the general one and those of a submission at most.
using RuleStates = boost::container::static_vector<RuleState, 4>;

struct RateDecision {
    bool isAdmitted = true;
    RuleStates rules; ///< Those asked, the tightest first; empty when limits are off.
};

/// Who may send how much: token buckets per client and rule. A request takes a token of each of
/// its rules or, when one of them is empty, of none. Any thread (locked).
///
/// Memory is bounded: a client whose buckets are full again is forgotten, and above kMaxClients the
/// one that was quiet for longest goes first.
class RateLimiter {
public:
    static constexpr std::size_t kMaxClients = 100'000;

    RateLimiter(const Clock &clock, const RateLimitSettings &settings);

    /// Any request.
    [[nodiscard]] RateDecision admit(std::string_view client);
    /// A submission, besides being a request.
    [[nodiscard]] RateDecision admitSubmission(std::string_view client, contract::Kind kind);

    /// In force for the next request; what clients have used up stays used up.
    void change(const RateLimitSettings &settings);
    [[nodiscard]] RateLimitSettings inForce() const;
    /// What each rule holds requests to, by LimitRule; empty: there is no such limit.
    [[nodiscard]] std::array<std::optional<BucketRate>, kLimitRules> rates() const;
    [[nodiscard]] std::size_t clientCount() const;

private:
    struct Rates {
        std::array<std::optional<BucketRate>, kLimitRules> byRule; ///< Empty: no such limit.
    };
    struct State {
        RateLimitSettings settings;
        Rates rates;
        ClientTable clients; ///< Their buckets by rule.
    };

    static Rates ratesFrom(const RateLimitSettings &settings);
    static void forgetQuiet(State &state, SteadyTime now);
    static RateDecision decide(const Rates &rates, ClientTable::Buckets &buckets,
        std::span<const LimitRule> rules, SteadyTime now);
    RateDecision admit(std::string_view client, std::span<const LimitRule> rules);

    const Clock &m_clock;
    Guarded<State> m_state;
};

} // namespace pult::service
