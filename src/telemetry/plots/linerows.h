// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/plots/decimator.h"
#include "telemetry/series/seriesline.h"
#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {

/// The rows of a store that a chart of a line needs, and what the line's form makes of a series in
/// each of them. All series of a store share its rows. One thread at a time.
class LineRows {
public:
    /// The store must outlive it.
    LineRows(const SeriesStore &store, const PixelRange &range, Seconds rateWindow, LineForm form);

    [[nodiscard]] std::span<const WallTime> times() const;
    /// Rows that each series is read in.
    [[nodiscard]] std::size_t readRows() const { return m_readTimes.size(); }

    /// One value for each of the times; NaN: none. Of a bucket, its rate.
    [[nodiscard]] std::vector<double> read(SeriesIndex series) const;

private:
    void pickRows(std::chrono::milliseconds columnWidth);
    [[nodiscard]] std::vector<double> rates(std::span<const double> values) const;
    [[nodiscard]] std::vector<double> increases(std::span<const double> values) const;

    const SeriesStore &m_store;
    LineForm m_form;
    std::chrono::milliseconds m_window;
    WallTime m_from;
    WallTime m_to;
    std::vector<WallTime> m_readTimes;
    std::vector<std::size_t> m_picked; ///< Of these, those at which there is a rate.
    std::vector<WallTime> m_pickedTimes;
};

} // namespace pult::telemetry
