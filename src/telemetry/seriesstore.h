// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <span>
#include <vector>

#include "base/walltime.h"
#include "telemetry/seriesindex.h"

namespace pult::telemetry {

/// The values of many series over one shared time axis, in memory. NaN: no value at that time.
/// A target that does not answer leaves no row: a gap in time. One thread at a time.
class SeriesStore {
public:
    struct Limits {
        Seconds span{6 * 3600}; ///< Older rows are dropped,
        std::size_t bytes = std::size_t(256) << 20U; ///< and the oldest beyond this, about.
    };

    /// Rows one after the other; both spans have the same length and live until the next append.
    using Visit = std::function<void(std::span<const WallTime>, std::span<const double>)>;

    explicit SeriesStore(const Limits &limits);

    /// One row; values[i] belongs to series i, and what is missing at the end has no value.
    /// A clock that was set back takes the rows that now lie in the future with it.
    void append(WallTime at, std::span<const double> values);

    /// All rows with from <= time <= to, oldest first.
    void read(SeriesIndex series, WallTime from, WallTime to, const Visit &visit) const;

    /// In the newest row; NaN without one.
    [[nodiscard]] double latest(SeriesIndex series) const;
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Block {
        std::vector<WallTime> times;
        std::vector<std::vector<double>> columns; ///< Empty until the series has a value.
    };

    [[nodiscard]] static std::size_t bytesOf(const Block &block);
    void dropFrom(WallTime at);
    void dropBeyondLimits();

    Limits m_limits;
    std::deque<Block> m_blocks;
};

} // namespace pult::telemetry
