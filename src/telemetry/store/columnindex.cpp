// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/columnindex.h"

namespace pult::telemetry {

namespace {

constexpr std::uint32_t kShortEnds = std::uint32_t(1) << 31U; ///< Flag of the count.
constexpr std::size_t kCluster = 8; ///< Columns with one beginning.
constexpr std::size_t kLong = sizeof(std::uint32_t);
constexpr std::size_t kShort = sizeof(std::uint16_t);
constexpr std::size_t kClusterBytes = kLong + kCluster * kShort;

bool hasShortEnds(ByteView columns)
{
    return (getRaw<std::uint32_t>(columns.data()) & kShortEnds) != 0;
}

ColumnPlace formerPlaceOf(const std::uint8_t *ends, std::size_t column)
{
    const std::uint8_t *end = ends + kLong * column;
    return {column == 0 ? 0 : getRaw<std::uint32_t>(end - kLong), getRaw<std::uint32_t>(end)};
}

} // namespace

void putColumnIndex(std::span<const std::uint32_t> ends, Bytes &out)
{
    putRaw(static_cast<std::uint32_t>(ends.size()) | kShortEnds, out);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (i % kCluster == 0) {
            begin = i == 0 ? 0 : ends[i - 1];
            putRaw(begin, out);
        }
        putRaw(static_cast<std::uint16_t>(ends[i] - begin), out);
    }
}

std::size_t columnCount(ByteView columns)
{
    return getRaw<std::uint32_t>(columns.data()) & ~kShortEnds;
}

ByteView packedColumns(ByteView columns)
{
    const std::size_t count = columnCount(columns);
    const std::size_t entries = hasShortEnds(columns)
        ? (count + kCluster - 1) / kCluster * kLong + count * kShort
        : count * kLong;
    return columns.subspan(kLong + entries);
}

ColumnPlace placeOfColumn(ByteView columns, std::size_t column)
{
    const std::uint8_t *entries = columns.data() + kLong;
    if (!hasShortEnds(columns))
        return formerPlaceOf(entries, column);
    const std::uint8_t *cluster = entries + column / kCluster * kClusterBytes;
    const std::size_t inCluster = column % kCluster;
    const std::uint8_t *end = cluster + kLong + inCluster * kShort;
    const auto begin = getRaw<std::uint32_t>(cluster);
    return {inCluster == 0 ? begin : begin + getRaw<std::uint16_t>(end - kShort),
        begin + getRaw<std::uint16_t>(end)};
}

} // namespace pult::telemetry
