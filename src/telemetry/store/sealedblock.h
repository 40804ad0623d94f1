// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "telemetry/codec/columncodec.h"
#include "telemetry/codec/columnscratch.h"
#include "telemetry/series/seriesindex.h"
#include "telemetry/store/blocktimes.h"

namespace pult::telemetry {

/// Rows of many series over one time axis, packed by column; the columns may lie in a mapped file.
/// Rows can be taken off the end, never added. One thread at a time.
///
///     columns  where each column lies (columnindex.h), the columns as packColumn packs them; one
///              that holds nothing but kAbsent is empty
class SealedBlock {
public:
    static constexpr std::size_t kMostRows = BlockTimes::kMost;

    /// Columns that BlockBuilder has packed.
    SealedBlock(BlockTimes times, Bytes columns);
    /// Times and columns in the owner's memory. The columns are held against the checksum before
    /// the first value is read: unless they have it, the block is damaged, and all of its values
    /// are absent.
    SealedBlock(BlockTimes times, ByteView columns, std::shared_ptr<const void> owner,
        std::uint64_t checksum);

    [[nodiscard]] const BlockTimes &times() const { return m_times; }
    [[nodiscard]] ByteView columns() const { return m_columns; }
    /// Columns; 0 when it is damaged.
    [[nodiscard]] std::size_t series() const;
    /// The values of one series, one for each row, in `scratch`; kAbsent for one that is not here.
    [[nodiscard]] std::span<const double> read(SeriesIndex series, ColumnScratch &scratch) const;

    /// Drops the rows from that time on; requires: one is before.
    void dropFrom(WallTime at) { m_times.dropFrom(at); }
    [[nodiscard]] std::size_t bytes() const;

private:
    enum class Trust { full, unchecked, none };

    [[nodiscard]] bool isTrusted() const;

    BlockTimes m_times;
    std::size_t m_rows; ///< In each column, as packed.
    std::shared_ptr<const void> m_owner; ///< Of the memory.
    ByteView m_columns;
    std::uint64_t m_checksum = 0;
    mutable Trust m_trust = Trust::full;
};

} // namespace pult::telemetry
