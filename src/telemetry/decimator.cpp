// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/decimator.h"

#include <algorithm>

namespace pult::telemetry {

Decimator::Decimator(const PixelRange &range)
    : m_range(range)
    , m_perColumn(Seconds(range.to - range.from) / static_cast<double>(range.columns))
    , m_columns(range.columns, Extremes{kAbsent, kAbsent})
{
}

void Decimator::addElsewhere(const Sample &sample)
{
    if (!std::isnan(sample.value)) {
        const double place = placeOf(sample.middle());
        if (!std::isnan(m_lastValue) && sample.from - m_lastTo <= m_range.longestStep
            && !isNextToOpen(place))
            fillBetween(placeOf(m_lastMiddle), place, sample.value);
        open(place);
        if (m_open)
            widen(*m_open, sample.extremes);
    }
    remember(sample);
}

double Decimator::placeOf(WallTime at) const
{
    return Seconds(at - m_range.from) / m_perColumn;
}

void Decimator::open(double place)
{
    m_open = nullptr;
    m_openTo = WallTime::min();
    if (place < 0 || place >= static_cast<double>(m_columns.size()))
        return;
    constexpr double kRounding = 1e-9; ///< At a column's end placeOf decides.
    const auto column = static_cast<std::size_t>(place);
    const Seconds end = m_perColumn * (static_cast<double>(column + 1) * (1 - kRounding));
    m_open = &m_columns[column];
    m_openTo = m_range.from + std::chrono::floor<std::chrono::milliseconds>(end);
}

bool Decimator::isNextToOpen(double place) const
{
    return m_open && place < static_cast<double>(m_open - m_columns.data() + 2);
}

/// The columns strictly between the last sample's and this one's, on the line between them.
void Decimator::fillBetween(double from, double to, double value)
{
    const double begin = std::max(0.0, std::floor(from) + 1);
    const double end = std::min(static_cast<double>(m_columns.size()), std::floor(to));
    if (begin >= end)
        return;
    const double slope = (value - m_lastValue) / (to - from);
    for (auto column = static_cast<std::size_t>(begin); column < static_cast<std::size_t>(end);
         ++column) {
        const double level = m_lastValue + slope * (static_cast<double>(column) + 0.5 - from);
        widen(m_columns[column], {level, level});
    }
}

} // namespace pult::telemetry
