// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <optional>

#include "base/walltime.h"
#include "telemetry/series/seriesindex.h"

namespace pult::telemetry {

/// Runs over a counter's rows, in the order of time, and sums up its growth. A value below the one
/// before is a restart from zero; so is a series that first shows up behind the first row. One
/// thread at a time.
class Growth {
public:
    void add(WallTime at, double value)
    {
        if (!m_first)
            m_first = at;
        else if (!std::isnan(value))
            m_total += value >= m_last ? value - m_last : value;
        if (!std::isnan(value))
            m_last = value;
        m_newest = at;
        m_isAbsent = std::isnan(value);
    }

    /// Since the first row.
    [[nodiscard]] double total() const { return m_total; }
    /// NaN with fewer than two rows, or when the newest has no value.
    [[nodiscard]] double perSecond() const
    {
        if (!m_first || m_newest == *m_first || m_isAbsent)
            return kAbsent;
        return m_total / Seconds(m_newest - *m_first).count();
    }

private:
    std::optional<WallTime> m_first;
    WallTime m_newest;
    double m_last = 0; ///< A series that was not there yet stood at zero.
    double m_total = 0;
    bool m_isAbsent = true;
};

} // namespace pult::telemetry
