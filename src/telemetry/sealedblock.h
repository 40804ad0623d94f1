// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/walltime.h"
#include "telemetry/columncodec.h"
#include "telemetry/seriesindex.h"

namespace pult::telemetry {

/// Rows of many series over one time axis, packed by column. Rows can be taken off the end, never
/// added. One thread at a time.
class SealedBlock {
public:
    static constexpr std::size_t kMostRows = kMostIntegers;

    /// Requires: 1 to kMostRows times, rising.
    explicit SealedBlock(std::vector<WallTime> times);

    /// The next series' values, one for each row. Give all before the first read.
    void add(std::span<const double> values);
    /// The next series, when it stands still.
    void addConstant(double value);
    /// Behind the last series: gives back what was reserved.
    void finish();

    [[nodiscard]] std::span<const WallTime> times() const { return m_times; }
    /// The values of one series; kAbsent for one that is not here. Requires: room for all rows.
    void read(SeriesIndex series, std::span<double, kMostRows> values) const;

    /// Drops the rows from that time on.
    void dropFrom(WallTime at);
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<WallTime> m_times;
    std::size_t m_rows; ///< In each column, as packed.
    std::vector<std::uint32_t> m_ends; ///< Of each column, in m_packed. An empty one is absent.
    Bytes m_packed;
};

} // namespace pult::telemetry
