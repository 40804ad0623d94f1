// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "telemetry/codec/columnscratch.h"
#include "telemetry/store/columnpool.h"
#include "telemetry/store/sealedblock.h"

namespace pult::telemetry {

/// The newest rows of many series, as they are. A series that stands still since the block's first
/// row, which most do, has no column, and one that stands still for a while is written again when
/// it moves: a row costs what has changed in it. The newest few rows of the columns lie side by
/// side, so that a row is written in one go through memory. One thread at a time.
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
    static constexpr std::size_t kLineRows = 8;
    static constexpr ColumnPool::Slot kNoColumn = ~ColumnPool::Slot(0);

    /// Behind the rows that are written the series stands still.
    struct Column {
        ColumnPool::Slot slot = kNoColumn; ///< None: it always did.
        std::uint32_t written = 0; ///< Rows.
        [[nodiscard]] bool exists() const { return slot != kNoColumn; }
    };
    /// A column's rows since the last that is a multiple of kLineRows, in a line of the cache.
    struct alignas(kLineRows * sizeof(double)) Line {
        std::array<double, kLineRows> rows;
    };

    void put(std::size_t series, std::size_t row, double value);
    void writeUpTo(std::size_t row, std::size_t series);
    void moveLinesToColumns();
    [[nodiscard]] std::span<const double> complete(std::size_t series) const;
    void clear();

    std::vector<WallTime> m_times;
    std::vector<double> m_newest; ///< Of each series, in the last row.
    std::vector<Column> m_columns; ///< At least as many.
    ColumnPool m_pool;
    std::vector<Line> m_lines; ///< By slot.
};

} // namespace pult::telemetry
