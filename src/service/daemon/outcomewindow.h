// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "base/clock.h"
#include "base/guarded.h"
#include "contract/job.h"
#include "service/routes/healthmonitor.h"

namespace pult::service {

/// How the provider's latest jobs ended: those of the last minute, at most kMost. Any thread.
class OutcomeWindow {
public:
    static constexpr std::size_t kMost = 1000;
    static constexpr Seconds kLength{60};

    explicit OutcomeWindow(const Clock &clock);

    /// Takes every job that changed; those that did not end say nothing, nor do those that failed
    /// because of what they were given.
    void add(const contract::Job &job);
    /// Part that failed or timed out; 0 when none ended.
    [[nodiscard]] double failureRatio() const;

private:
    struct Outcome {
        SteadyTime at;
        bool isFailure = false;
    };
    const Clock &m_clock;
    mutable Guarded<std::deque<Outcome>> m_outcomes;
};

/// Warns when over 5 % of the last minute's jobs failed, fails above 50 %. The window must outlive
/// the probe.
[[nodiscard]] HealthProbe providerProbe(const OutcomeWindow &outcomes);

} // namespace pult::service
