// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/linerows.h"

#include <algorithm>
#include <cmath>

#include "telemetry/signals/growth.h"

namespace pult::telemetry {

namespace {

using std::chrono::milliseconds;

milliseconds columnWidth(const PixelRange &range)
{
    const auto columns = static_cast<std::int64_t>(range.columns);
    return (range.to - range.from + milliseconds(columns - 1)) / columns;
}

bool isRated(LineForm form)
{
    return form == LineForm::rate || form == LineForm::quantile;
}

/// What a counter has grown by up to each row.
std::vector<double> totalsOf(std::span<const WallTime> times, std::span<const double> values)
{
    std::vector<double> totals(values.size());
    Growth growth;
    for (std::size_t row = 0; row < values.size(); ++row) {
        growth.add(times[row], values[row]);
        totals[row] = growth.total();
    }
    return totals;
}

} // namespace

LineRows::LineRows(
    const SeriesStore &store, const PixelRange &range, Seconds rateWindow, LineForm form)
    : m_store(store)
    , m_form(form)
    , m_window(std::max(std::chrono::ceil<milliseconds>(rateWindow), columnWidth(range)))
{
    const auto margin = std::chrono::ceil<milliseconds>(range.longestStep);
    m_from = form == LineForm::increase ? range.from
                                        : range.from - margin - (isRated(form) ? m_window : margin);
    m_to = range.to + margin;
    // Any series will do: they share their times.
    store.read(0, m_from, m_to, [this](auto times, auto) {
        m_readTimes.insert(m_readTimes.end(), times.begin(), times.end());
    });
    if (!isRated(form))
        return;
    pickRows(columnWidth(range));
    for (const std::size_t row : m_picked)
        m_pickedTimes.push_back(m_readTimes[row]);
}

std::span<const WallTime> LineRows::times() const
{
    return isRated(m_form) ? m_pickedTimes : m_readTimes;
}

/// A rate over at least a column's time moves little within one: it is computed at its last row.
void LineRows::pickRows(milliseconds columnWidth)
{
    WallTime columnEnd = m_from;
    for (std::size_t row = 0; row < m_readTimes.size(); ++row) {
        const WallTime at = m_readTimes[row];
        if (at >= columnEnd)
            columnEnd = m_from + ((at - m_from) / columnWidth + 1) * columnWidth;
        if (row + 1 == m_readTimes.size() || m_readTimes[row + 1] >= columnEnd)
            m_picked.push_back(row);
    }
}

std::vector<double> LineRows::read(SeriesIndex series) const
{
    std::vector<double> values;
    values.reserve(m_readTimes.size());
    m_store.read(series, m_from, m_to,
        [&values](auto, auto read) { values.insert(values.end(), read.begin(), read.end()); });
    if (isRated(m_form))
        return rates(values);
    return m_form == LineForm::increase ? increases(values) : values;
}

/// What a series has grown by stays when it is gone.
std::vector<double> LineRows::increases(std::span<const double> values) const
{
    std::vector<double> totals = totalsOf(m_readTimes, values);
    const auto seen = std::find_if_not(
        values.begin(), values.end(), [](double value) { return std::isnan(value); });
    std::fill(totals.begin(), totals.begin() + (seen - values.begin()), kAbsent);
    return totals;
}

/// As telemetry::rate at each picked row, in one pass.
std::vector<double> LineRows::rates(std::span<const double> values) const
{
    const std::vector<double> totals = totalsOf(m_readTimes, values);
    std::vector<double> result;
    result.reserve(m_picked.size());
    std::size_t first = 0;
    for (const std::size_t row : m_picked) {
        while (m_readTimes[first] < m_readTimes[row] - m_window)
            ++first;
        const Seconds length = m_readTimes[row] - m_readTimes[first];
        const bool isKnown = first < row && !std::isnan(values[row]);
        result.push_back(isKnown ? (totals[row] - totals[first]) / length.count() : kAbsent);
    }
    return result;
}

} // namespace pult::telemetry
