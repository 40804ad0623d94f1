// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <optional>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {

namespace {

/// Sums up what the least squares need, with times relative to the first so that they stay exact.
class Line {
public:
    void add(WallTime at, double value)
    {
        m_isAbsent = std::isnan(value);
        if (m_isAbsent)
            return;
        if (!m_first)
            m_first = at;
        const double x = Seconds(at - *m_first).count();
        m_count += 1;
        m_x += x;
        m_y += value;
        m_xx += x * x;
        m_xy += x * value;
    }

    [[nodiscard]] double slope() const
    {
        const double spread = m_count * m_xx - m_x * m_x;
        if (m_isAbsent || m_count < 2 || !(spread > 0))
            return std::numeric_limits<double>::quiet_NaN();
        return (m_count * m_xy - m_x * m_y) / spread;
    }

private:
    std::optional<WallTime> m_first;
    double m_count = 0;
    double m_x = 0;
    double m_y = 0;
    double m_xx = 0;
    double m_xy = 0;
    bool m_isAbsent = true;
};

} // namespace

double derivative(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    Line line;
    store.read(series, from, to, [&line](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            line.add(times[i], values[i]);
    });
    return line.slope();
}

} // namespace pult::telemetry
