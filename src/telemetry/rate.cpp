// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <optional>

#include "telemetry/functions.h"

namespace pult::telemetry {

namespace {

/// Runs over a counter's rows and sums up its growth.
class Growth {
public:
    void add(WallTime at, double value)
    {
        if (!m_first)
            m_first = at;
        else if (!std::isnan(value))
            m_sum += value >= m_last ? value - m_last : value;
        if (!std::isnan(value))
            m_last = value;
        m_newest = at;
        m_isAbsent = std::isnan(value);
    }

    [[nodiscard]] double perSecond() const
    {
        if (!m_first || m_newest == *m_first || m_isAbsent)
            return std::numeric_limits<double>::quiet_NaN();
        return m_sum / Seconds(m_newest - *m_first).count();
    }

private:
    std::optional<WallTime> m_first;
    WallTime m_newest;
    double m_last = 0; ///< A series that was not there yet stood at zero.
    double m_sum = 0;
    bool m_isAbsent = true;
};

} // namespace

double rate(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    Growth growth;
    store.read(series, from, to, [&growth](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            growth.add(times[i], values[i]);
    });
    return growth.perSecond();
}

} // namespace pult::telemetry
