// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/rollup.h"

#include <algorithm>
#include <cmath>

namespace pult::telemetry {

Rollup::Rollup(std::chrono::milliseconds step)
    : m_step(step)
{
}

WallTime Rollup::beginOf(WallTime at) const
{
    auto steps = at.time_since_epoch() / m_step;
    if (steps * m_step > at.time_since_epoch())
        --steps;
    return WallTime(steps * m_step);
}

std::optional<Rollup::Sum> Rollup::add(WallTime at, std::span<const double> values)
{
    std::optional<Sum> ended;
    if (m_begin && *m_begin != beginOf(at))
        ended = finish();
    m_begin = beginOf(at);
    m_sums.resize(std::max(m_sums.size(), values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        Sums &sums = m_sums[i];
        sums.low = std::fmin(sums.low, values[i]);
        sums.high = std::fmax(sums.high, values[i]);
        sums.total += values[i];
        sums.count += 1;
        sums.last = values[i];
    }
    return ended;
}

Rollup::Sum Rollup::finish()
{
    m_row.clear();
    for (const Sums &sums : m_sums) {
        const double mean = sums.count > 0 ? sums.total / sums.count : kAbsent;
        m_row.insert(m_row.end(), {sums.low, sums.high, mean, sums.last});
    }
    std::fill(m_sums.begin(), m_sums.end(), Sums{});
    return {*m_begin, m_row};
}

void Rollup::restart()
{
    m_begin.reset();
    std::fill(m_sums.begin(), m_sums.end(), Sums{});
}

} // namespace pult::telemetry
