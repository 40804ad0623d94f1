// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/guarded.h"
#include "service/config/settings.h"
#include "service/providers/providergate.h"
#include "service/providers/recentoutcomes.h"
#include "service/providers/verdict.h"

namespace pult::service {

/// Keeps attempts away from a provider that is down: closed while it works; open after some
/// failures in a row, when too many of the latest attempts failed (recentoutcomes.h has the
/// formula), or when the provider says itself that it takes nothing; then, once somebody has found
/// that it answers, one attempt at a time until one succeeds. Each time it turns out to be down
/// still, the wait doubles. Any thread; the clock must outlive it.
class CircuitBreaker {
public:
    enum class State { closed, open, trying };
    struct Status {
        State state = State::closed;
        std::int64_t failures = 0; ///< In a row.
        std::string reason; ///< Of the latest failure.
        SteadyTime retryAt; ///< While open: when it is worth asking.
    };

    /// Of the settings, the limits alone count.
    CircuitBreaker(const Clock &clock, const ProviderSettings &policy);
    /// For what comes.
    void setPolicy(const ProviderSettings &policy);

    [[nodiscard]] ProviderGate::Pass tryPass();
    [[nodiscard]] bool mayPass() const;
    /// How an attempt ended. Both answer whether the state has changed.
    bool record(const Result<void> &outcome);
    /// Somebody asked the provider whether it works, while it was open.
    bool recordProbe(const Result<void> &outcome);
    [[nodiscard]] Status status() const;

private:
    struct Inside {
        ProviderSettings policy;
        Status status;
        std::int64_t openings = 0; ///< Since it was closed last.
        RecentOutcomes outcomes; ///< While it is closed.
        bool isUnsteady = false; ///< Open for a ratio of failures: one success says nothing.
        std::weak_ptr<const void> attempt; ///< The one while trying.
    };
    bool succeed(Inside &inside);
    bool fail(Inside &inside, const Error &error);
    bool mustOpen(Inside &inside, const Error &error) const;
    void open(Inside &inside, const Error &error);

    const Clock &m_clock;
    Guarded<Inside> m_inside;
};

} // namespace pult::service
