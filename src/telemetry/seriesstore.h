// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>

#include "telemetry/headblock.h"

namespace pult::telemetry {

/// The values of many series over one shared time axis, in memory: the newest rows as they are, the
/// older ones packed in blocks. NaN: no value at that time. A target that does not answer leaves no
/// row: a gap in time. One thread at a time.
class SeriesStore {
public:
    struct Limits {
        Seconds span{6 * 3600}; ///< Older rows are dropped,
        std::size_t bytes = std::size_t(256) << 20U; ///< and the oldest beyond this, about.
    };

    /// Rows one after the other; both spans have the same length and live until it returns.
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
    void dropFrom(WallTime at);
    void dropBeyondLimits(WallTime newest);

    Limits m_limits;
    std::deque<SealedBlock> m_sealed; ///< Oldest first.
    std::size_t m_sealedBytes = 0;
    HeadBlock m_head; ///< Empty only while the store is.
    std::vector<double> m_newest;
};

} // namespace pult::telemetry
