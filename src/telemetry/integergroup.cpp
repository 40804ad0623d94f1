// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/integergroup.h"

#include <algorithm>
#include <array>

namespace pult::telemetry {

namespace {

constexpr std::uint8_t kSparse = 0x80; ///< Flag of a group's width.

struct Summary {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::uint64_t zigzags = 0; ///< All bits that are set in any.
    std::uint64_t nonZero = 0;
};

[[gnu::always_inline]] inline Summary summaryOf(Numbers numbers)
{
    const auto first = static_cast<std::int64_t>(numbers[0]);
    Summary summary{first, first};
    for (const std::uint64_t number : numbers) {
        const auto value = static_cast<std::int64_t>(number);
        summary.lowest = value < summary.lowest ? value : summary.lowest;
        summary.highest = value > summary.highest ? value : summary.highest;
        summary.zigzags |= zigzag(number);
        summary.nonZero += number != 0 ? 1U : 0U;
    }
    return summary;
}

#ifdef __x86_64__
/// Four at once: without that, comparisons of such numbers are one by one.
[[gnu::target("avx2")]] Summary summaryByVector(Numbers numbers)
{
    return summaryOf(numbers);
}
#endif

Summary summarize(Numbers numbers)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return summaryByVector(numbers);
#endif
    return summaryOf(numbers);
}

struct Layout {
    std::uint64_t lowest = 0; ///< Zero in a sparse one.
    std::size_t width = 0; ///< Bits.
    bool isSparse = false;
    std::size_t bytes = 0; ///< Of the packed numbers.
};

Layout layoutOf(Numbers numbers)
{
    const Summary summary = summarize(numbers);
    const auto lowest = static_cast<std::uint64_t>(summary.lowest);
    const std::size_t dense = widthOf(static_cast<std::uint64_t>(summary.highest) - lowest);
    const std::size_t sparse = widthOf(summary.zigzags);
    const std::size_t denseBytes = bytesFor(numbers.size(), dense);
    const std::size_t sparseBytes = bytesFor(numbers.size(), 1) + bytesFor(summary.nonZero, sparse);
    return sparseBytes < denseBytes ? Layout{0, sparse, true, sparseBytes}
                                    : Layout{lowest, dense, false, denseBytes};
}

void packSparse(Numbers numbers, std::size_t width, Bytes &out)
{
    BitWriter map(1, out);
    for (const std::uint64_t number : numbers)
        map.put(number != 0 ? 1 : 0);
    map.finish();
    BitWriter writer(width, out);
    for (const std::uint64_t number : numbers)
        if (number != 0)
            writer.put(zigzag(number));
    writer.finish();
}

void packDense(Numbers numbers, const Layout &layout, Bytes &out)
{
    putVarint(zigzag(layout.lowest), out);
    BitWriter writer(layout.width, out);
    for (const std::uint64_t number : numbers)
        writer.put(number - layout.lowest);
    writer.finish();
}

void unpackSparse(ByteReader &reader, std::size_t width, std::span<std::uint64_t> values)
{
    std::array<std::uint64_t, kGroup> packed;
    std::uint64_t map = reader.word(values.size());
    reader.numbers(width, 0, std::span(packed).first(static_cast<std::size_t>(std::popcount(map))));
    std::fill(values.begin(), values.end(), 0);
    for (std::size_t next = 0; map != 0; map &= map - 1)
        values[static_cast<std::size_t>(std::countr_zero(map))] = unzigzag(packed[next++]);
}

} // namespace

std::size_t packedSize(Numbers group)
{
    const Layout layout = layoutOf(group);
    return 1 + (widthOf(zigzag(layout.lowest)) + 6) / 7 + layout.bytes;
}

void packGroup(Numbers group, Bytes &out)
{
    const Layout layout = layoutOf(group);
    out.push_back(static_cast<std::uint8_t>(layout.width | (layout.isSparse ? kSparse : 0U)));
    if (layout.isSparse)
        packSparse(group, layout.width, out);
    else
        packDense(group, layout, out);
}

void unpackGroup(ByteReader &reader, std::span<std::uint64_t> values)
{
    const std::uint8_t head = reader.byte();
    const std::size_t width = std::min<std::size_t>(head & 0x7fU, kWidest);
    if ((head & kSparse) != 0)
        return unpackSparse(reader, width, values);
    const std::uint64_t lowest = unzigzag(reader.varint());
    reader.numbers(width, lowest, values);
}

} // namespace pult::telemetry
