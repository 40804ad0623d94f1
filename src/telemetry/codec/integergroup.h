// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "telemetry/codec/bitpacking.h"

/// Up to kGroup numbers packed together, in what is smallest:
///
///     dense    u8 width, varint lowest; each number from the lowest, in so many bits
///     patched  u8 65 + width, varint lowest, u8 how many are wider, u8 width of what they have
///              beyond, their places, that; then as a dense one
///     sparse   u8 128 + width, a bit for each number that is not zero; those, as zigzag has them
///
/// Widths are in bits, of the widest number. Patches are after Zukowski et al., "Super-Scalar
/// RAM-CPU Cache Compression", ICDE 2006: a few large numbers do not widen the others. Any thread.
namespace pult::telemetry {

using Numbers = std::span<const std::uint64_t>;

/// visit(group) for one after the other.
template <class Number, class Visit>
void forEachGroup(std::span<Number> numbers, std::size_t size, Visit visit)
{
    for (std::size_t i = 0; i < numbers.size(); i += size)
        visit(numbers.subspan(i, std::min(size, numbers.size() - i)));
}

/// Bytes that packGroup() will append, or more by what patches save, once so many last bits are
/// dropped. Requires: they are zero in all.
[[nodiscard]] std::size_t roughSize(Numbers group, unsigned zeros);
void packGroup(Numbers group, Bytes &out);
/// As many as `values` holds.
void unpackGroup(ByteReader &reader, std::span<std::uint64_t> values);

} // namespace pult::telemetry
