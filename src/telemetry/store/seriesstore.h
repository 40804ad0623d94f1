// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "telemetry/store/headblock.h"
#include "telemetry/store/seriesarchive.h"

namespace pult::telemetry {

/// The values of many series over one shared time axis: the newest rows as they are, the older ones
/// packed in blocks; in memory, or in an archive's files. NaN: no value at that time. A target that
/// does not answer leaves no row: a gap in time. One thread at a time.
class SeriesStore {
public:
    struct Limits {
        Seconds span{6 * 3600}; ///< Older rows are dropped; by the clock of kSettledRows ago,
        std::size_t bytes = std::size_t(256) << 20U; ///< and the oldest beyond this, about.
    };

    /// A clock that jumps ahead for fewer rows makes nothing old.
    static constexpr std::size_t kSettledRows = 120;

    /// Rows one after the other; both spans have the same length and live until it returns.
    using Visit = std::function<void(std::span<const WallTime>, std::span<const double>)>;

    explicit SeriesStore(const Limits &limits);
    /// Goes on where the archive ends, and keeps there what it is given.
    SeriesStore(const Limits &limits, SeriesArchive archive);

    /// From the next row on.
    void setLimits(const Limits &limits) { m_limits = limits; }

    /// One row; values[i] belongs to series i, and what is missing at the end has no value.
    /// A clock that was set back takes the rows that now lie in the future with it.
    void append(WallTime at, std::span<const double> values);

    /// Drops the rows from that time on.
    void dropFrom(WallTime at);

    /// All rows with from <= time <= to, oldest first.
    void read(SeriesIndex series, WallTime from, WallTime to, const Visit &visit) const;

    /// The same with all series at once: one call a row.
    using VisitRow = std::function<void(WallTime, std::span<const double>)>;
    void readRows(WallTime from, WallTime to, const VisitRow &visit) const;

    /// In the newest row; NaN without one, and when the newest rows were dropped.
    [[nodiscard]] double latest(SeriesIndex series) const;
    /// Of the rows; empty without any.
    [[nodiscard]] std::optional<WallTime> oldest() const;
    [[nodiscard]] std::optional<WallTime> newest() const;
    [[nodiscard]] std::size_t rows() const;
    /// In memory and mapped.
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] const std::optional<SeriesArchive> &archive() const { return m_archive; }

private:
    using Blocks = std::deque<SealedBlock>;

    /// The first that has a row at that time or later.
    [[nodiscard]] Blocks::const_iterator blockAt(WallTime from) const;
    void replay(const Row &row);
    void add(WallTime at, std::span<const double> values);
    void seal();
    [[nodiscard]] WallTime settledTime() const;
    void dropBeyondLimits();

    Limits m_limits;
    std::optional<SeriesArchive> m_archive;
    Blocks m_sealed; ///< Oldest first.
    std::size_t m_sealedBytes = 0;
    HeadBlock m_head;
};

} // namespace pult::telemetry
