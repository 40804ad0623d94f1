// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/codec/columnscratch.h"
#include "telemetry/store/columnpool.h"
#include "telemetry/store/sealedblock.h"

namespace pult::telemetry {

/// The newest rows of many series, as they are. A series that stands still since the block's first
/// row, which most do, has no column, and one that stands still for a while is written again when
/// it moves: a row costs what has changed in it. One thread at a time.
class HeadBlock {
public:
    static constexpr std::size_t kRows = SealedBlock::kMostRows;

    [[nodiscard]] bool isEmpty() const { return m_times.empty(); }
    [[nodiscard]] bool isFull() const { return m_times.size() == kRows; }
    [[nodiscard]] std::span<const WallTime> times() const { return m_times; }

    /// values[i] belongs to series i; the series behind them are absent.
    /// Requires: not full, and a time behind the last.
    void append(WallTime at, std::span<const double> values);

    [[nodiscard]] std::size_t series() const { return m_newest.size(); }
    /// In the newest row; NaN without one.
    [[nodiscard]] double latest(SeriesIndex series) const
    {
        return series < m_newest.size() ? m_newest[series] : kAbsent;
    }
    /// The values of one series, one for each row; in `scratch` when it has no column.
    [[nodiscard]] std::span<const double> read(SeriesIndex series, ColumnScratch &scratch) const;

    /// Drops the rows from that time on.
    void dropFrom(WallTime at);
    /// Packs all rows and is empty then; its memory stays for the next ones. Requires: not empty.
    [[nodiscard]] SealedBlock seal();
    [[nodiscard]] std::size_t bytes() const;

private:
    /// Behind the rows that are written the series stands still.
    struct Column {
        ColumnPool::Values *values = nullptr; ///< Null: it always did.
        std::size_t written = 0; ///< Rows.
    };

    void putMoved(std::span<const double> values, std::size_t begin, std::size_t end);
    void put(std::size_t series, std::size_t row, double value);
    void writeUpTo(std::size_t row, std::size_t series);
    [[nodiscard]] std::span<const double> complete(std::size_t series) const;
    void clear();

    std::vector<WallTime> m_times;
    std::vector<double> m_newest; ///< Of each series, in the last row.
    std::vector<Column> m_columns; ///< At least as many.
    ColumnPool m_pool;
};

} // namespace pult::telemetry
