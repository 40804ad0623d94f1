// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/guarded.h"
#include "service/metrics/procfs.h"

namespace pult::service {

/// How busy the host's cores are, 0..1, over the latest span of at least a second: several askers
/// within it get the same figure instead of each other's crumbs. Any thread.
class CpuMeter {
public:
    explicit CpuMeter(const Clock &clock);
    [[nodiscard]] double ratio();

private:
    struct State {
        SteadyTime at;
        HostCpu since;
        double ratio = 0;
    };
    const Clock &m_clock;
    Guarded<State> m_state;
};

} // namespace pult::service
