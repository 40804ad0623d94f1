// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/cpumeter.h"

#include <algorithm>

namespace pult::service {

CpuMeter::CpuMeter(const Clock &clock)
    : m_clock(clock)
    , m_state(State{clock.now(), readHostCpu()})
{
}

double CpuMeter::ratio()
{
    const SteadyTime now = m_clock.now();
    const HostCpu read = readHostCpu();
    return m_state.with([&](State &state) {
        const Seconds total = read.total - state.since.total;
        if (now - state.at >= std::chrono::seconds(1) && total > Seconds(0)) {
            state.ratio = std::clamp((read.busy - state.since.busy) / total, 0.0, 1.0);
            state.since = read;
            state.at = now;
        }
        return state.ratio;
    });
}

} // namespace pult::service
