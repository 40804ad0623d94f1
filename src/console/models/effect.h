// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QString>

#include "console/live/servicestate.h"

namespace pult::models {

/// Means over a stretch of time. Empty: nothing was measured.
struct EffectSignals {
    std::optional<double> throughput; ///< jobs/s
    std::optional<double> p95; ///< seconds
    std::optional<double> queued; ///< jobs
    std::optional<double> running; ///< jobs
    int seconds = 0; ///< How long the stretch is.
};

/// What a change of the configuration did: the same signals before and after it.
struct Effect {
    EffectSignals before;
    std::optional<EffectSignals> after; ///< Empty: still being measured.
    int secondsLeft = 0; ///< Until `after` is complete.
};

/// Measures each change seen over the minute before and the minute after it. A change that follows
/// sooner cuts both short, so that no stretch holds the work of two changes. A value; GUI thread.
class EffectMeter {
public:
    static constexpr int kWindow = 60; ///< Seconds.

    /// A change is in force since now.
    void begin(std::int64_t revision, const live::ServiceState &state);
    /// Once a tick. Answers the revision whose effect changed.
    std::optional<std::int64_t> observe(const live::ServiceState &state);

    /// Empty: not seen by this console.
    [[nodiscard]] std::optional<Effect> effectOf(std::int64_t revision) const;

private:
    [[nodiscard]] int secondsSince(const live::ServiceState &state) const;

    std::map<std::int64_t, Effect> m_effects;
    std::optional<std::int64_t> m_measuring;
    std::optional<WallTime> m_lastChangeAt;
};

/// "12.1/s → 23.8/s", "measuring… 34 s".
[[nodiscard]] QString effectText(const Effect &effect);
/// Every signal on a line of its own.
[[nodiscard]] QString effectDetailText(const Effect &effect);

} // namespace pult::models
