// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/clock.h"
#include "contract/health.h"
#include "service/runtime/task.h"

namespace pult::service {

/// How one part is doing, now. Called on any thread; a check that has to ask somebody else waits
/// without blocking.
using HealthProbe = std::function<Task<contract::HealthCheck>()>;

/// How the service is doing as a whole: the worst of its checks. Any thread; probes are added
/// before the first question.
class HealthMonitor {
public:
    enum class Traffic { users, demo };
    HealthMonitor(const Clock &clock, Traffic traffic);

    void add(HealthProbe probe);
    [[nodiscard]] Task<contract::Health> check() const;

private:
    const Clock &m_clock;
    Traffic m_traffic;
    std::string m_instance;
    WallTime m_startedAt;
    SteadyTime m_began;
    std::vector<HealthProbe> m_probes;
};

} // namespace pult::service
