// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/walltime.h"
#include "telemetry/codec/integercodec.h"
#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

/// When the rows of a block were scraped: rising, one at least and kMost at most. Times that lie
/// packed in a mapped file are unpacked when they are first looked at, and stay in memory from then
/// on. One thread at a time.
///
///     packed  u32 count, then its milliseconds as packIntegers packs them
class BlockTimes {
public:
    static constexpr std::size_t kMost = kMostIntegers;

    explicit BlockTimes(std::vector<WallTime> times);
    /// Empty unless they are times as above. The bytes must outlive it.
    [[nodiscard]] static std::optional<BlockTimes> ofPacked(ByteView bytes);
    void pack(Bytes &out) const;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] WallTime first() const { return m_first; }
    [[nodiscard]] WallTime last() const { return m_last; }
    [[nodiscard]] std::span<const WallTime> all() const;

    /// Drops those from that time on; requires: one is before.
    void dropFrom(WallTime at);
    /// Packed, if they lie so.
    [[nodiscard]] std::size_t bytes() const;

private:
    ByteView m_packed; ///< Empty: they are in memory alone.
    mutable std::vector<WallTime> m_times; ///< Empty: not looked at yet. May hold dropped ones.
    std::size_t m_size;
    WallTime m_first;
    WallTime m_last;
};

} // namespace pult::telemetry
