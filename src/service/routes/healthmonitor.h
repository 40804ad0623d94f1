// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "contract/health.h"
#include "service/runtime/task.h"

namespace pult::service {

/// How one part is doing, now. Called on any thread; a check that has to ask somebody else waits
/// without blocking.
using HealthProbe = std::function<Task<contract::HealthCheck>()>;

/// What was found at one moment, and its text for those who ask.
struct HealthReport {
    contract::Health health;
    std::string whole; ///< JSON.
    std::string statusAlone; ///< JSON, for strangers.
    SteadyTime at;
};

/// How the service is doing as a whole: the worst of its checks. Any thread; probes are added
/// before the first question.
class HealthMonitor {
public:
    /// For how long a report is answered.
    static constexpr std::chrono::milliseconds kFresh{250};
    /// The same while somebody else already waits for a new one.
    static constexpr std::chrono::milliseconds kStale{1000};

    enum class Traffic { users, demo };
    HealthMonitor(const Clock &clock, Traffic traffic);

    void add(HealthProbe probe);
    /// The latest report, or a new one when it is no longer fresh.
    [[nodiscard]] Task<std::shared_ptr<const HealthReport>> check();

private:
    struct State {
        std::shared_ptr<const HealthReport> latest;
        SteadyTime begun; ///< When somebody last set about making a report.
    };

    [[nodiscard]] static std::shared_ptr<const HealthReport> reportOrTurn(
        State &state, SteadyTime now);
    [[nodiscard]] Task<contract::Health> probe() const;

    const Clock &m_clock;
    Traffic m_traffic;
    std::string m_instance;
    WallTime m_startedAt;
    SteadyTime m_began;
    std::vector<HealthProbe> m_probes;
    Guarded<State> m_state;
};

} // namespace pult::service
