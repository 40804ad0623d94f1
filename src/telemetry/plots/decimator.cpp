// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/decimator.h"

#include <algorithm>

namespace pult::telemetry {

Decimator::Decimator(const PixelRange &range)
    : m_range(range)
    , m_span(static_cast<double>((range.to - range.from).count()))
    , m_width(static_cast<double>(range.columns))
    , m_columns(range.columns, Extremes{kAbsent, kAbsent})
{
}

void Decimator::addElsewhere(const Sample &sample)
{
    if (!sample.isGap() && !isOutside(sample)) {
        const double place = placeOf(sample.middle());
        const bool isNextToOpen = m_open && place < m_openEnd + 1;
        if (!isNextToOpen && !std::isnan(m_lastValue)
            && sample.from - m_lastTo <= m_range.longestStep)
            fillBetween(placeOf(m_lastMiddle), place, sample.value);
        open(place);
        if (m_open)
            widen(*m_open, sample.extremes);
    }
    remember(sample);
}

void Decimator::open(double place)
{
    m_open = nullptr;
    m_openTo = WallTime::min();
    if (place >= m_width)
        return;
    const auto column = static_cast<std::size_t>(place);
    m_open = &m_columns[column];
    m_openEnd = static_cast<double>(column + 1);
    m_openTo = m_range.from
        + std::chrono::milliseconds(static_cast<std::int64_t>(m_openEnd * m_span / m_width));
}

/// The columns strictly between the last sample's and this one's, on the line between them.
void Decimator::fillBetween(double from, double to, double value)
{
    const auto begin = from < 0 ? 0 : static_cast<std::size_t>(from) + 1;
    const auto end = static_cast<std::size_t>(std::min(to, m_width));
    const double slope = (value - m_lastValue) / (to - from);
    for (auto column = begin; column < end; ++column) {
        const double level = m_lastValue + slope * (static_cast<double>(column) + 0.5 - from);
        widen(m_columns[column], {level, level});
    }
}

} // namespace pult::telemetry
