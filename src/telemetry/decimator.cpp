// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/decimator.h"

#include <algorithm>
#include <cmath>

namespace pult::telemetry {

Decimator::Decimator(const PixelRange &range)
    : m_range(range)
    , m_perColumn(Seconds(range.to - range.from) / static_cast<double>(range.columns))
    , m_columns(range.columns, Extremes{kAbsent, kAbsent})
{
}

void Decimator::add(const Sample &sample)
{
    const WallTime middle = sample.from + (sample.to - sample.from) / 2;
    const double place = Seconds(middle - m_range.from) / m_perColumn;
    if (!std::isnan(sample.value)) {
        if (!std::isnan(m_lastValue) && sample.from - m_lastTo <= m_range.longestStep)
            fillBetween(place, sample.value);
        merge(place, sample.extremes);
    }
    m_lastTo = sample.to;
    m_lastPlace = place;
    m_lastValue = sample.value;
}

void Decimator::merge(double place, Extremes extremes)
{
    if (place < 0 || place >= static_cast<double>(m_columns.size()))
        return;
    Extremes &column = m_columns[static_cast<std::size_t>(place)];
    column.low = std::fmin(column.low, extremes.low);
    column.high = std::fmax(column.high, extremes.high);
}

/// The columns strictly between the last sample's and this one's, on the line between them.
void Decimator::fillBetween(double place, double value)
{
    const double slope = (value - m_lastValue) / (place - m_lastPlace);
    const double begin = std::max(0.0, std::floor(m_lastPlace) + 1);
    const double end = std::min(static_cast<double>(m_columns.size()), std::floor(place));
    for (double column = begin; column < end; ++column) {
        const double level = m_lastValue + slope * (column + 0.5 - m_lastPlace);
        merge(column, {level, level});
    }
}

} // namespace pult::telemetry
