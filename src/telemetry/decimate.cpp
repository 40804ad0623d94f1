// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "telemetry/functions.h"

namespace pult::telemetry {

namespace {

class Decimator {
public:
    explicit Decimator(const PixelRange &range)
        : m_range(range)
        , m_perColumn(Seconds(range.to - range.from) / static_cast<double>(range.columns))
        , m_columns(range.columns, Extremes{kAbsent, kAbsent})
    {
    }

    void add(WallTime at, double value)
    {
        const double place = Seconds(at - m_range.from) / m_perColumn;
        if (!std::isnan(value)) {
            if (!std::isnan(m_lastValue) && at - m_lastAt <= m_range.longestStep)
                fillBetween(place, value);
            merge(place, value);
        }
        m_lastAt = at;
        m_lastPlace = place;
        m_lastValue = value;
    }

    [[nodiscard]] std::vector<Extremes> take() { return std::move(m_columns); }

private:
    void merge(double place, double value)
    {
        if (place < 0 || place >= static_cast<double>(m_columns.size()))
            return;
        Extremes &column = m_columns[static_cast<std::size_t>(place)];
        column.low = std::fmin(column.low, value);
        column.high = std::fmax(column.high, value);
    }

    /// The columns strictly between the last sample's and this one's, on the line between them.
    void fillBetween(double place, double value)
    {
        const double slope = (value - m_lastValue) / (place - m_lastPlace);
        const double begin = std::max(0.0, std::floor(m_lastPlace) + 1);
        const double end = std::min(static_cast<double>(m_columns.size()), std::floor(place));
        for (double column = begin; column < end; ++column)
            merge(column, m_lastValue + slope * (column + 0.5 - m_lastPlace));
    }

    const PixelRange &m_range;
    Seconds m_perColumn;
    std::vector<Extremes> m_columns;
    WallTime m_lastAt;
    double m_lastPlace = 0;
    double m_lastValue = kAbsent;
};

} // namespace

std::vector<Extremes> decimate(
    const SeriesStore &store, SeriesIndex series, const PixelRange &range)
{
    const auto margin = std::chrono::ceil<std::chrono::milliseconds>(range.longestStep);
    Decimator decimator(range);
    store.read(series, range.from - margin, range.to + margin, [&](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            decimator.add(times[i], values[i]);
    });
    return decimator.take();
}

} // namespace pult::telemetry
