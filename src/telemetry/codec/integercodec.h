// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

class GroupPool;

/// Packs whole numbers so that what repeats, grows steadily or stays within a range takes few bits.
/// Of the numbers, their differences and the differences of those, the smallest is kept, in groups
/// of 128; see integergroup.h. Any values round trip: the arithmetic is modulo 2^64.
///
///     u8 192 + order (of the differences), u8 bits that were zero in all and are left out,
///     varints: what the numbers begin with, then each order's differences; the groups
///     u8 208 + order, and the same; but varint: the groups stand so many bytes before that one
///
/// What begins otherwise was packed in groups of 64 (format 1): u8 64 * order + those bits.
///
/// After Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015
/// (frames of reference, differences).
/// Requires: at most kMostIntegers, at least one. Any thread.
inline constexpr std::size_t kMostIntegers = 512;

/// The pool is that of all that is packed there.
void packIntegers(std::span<const std::uint64_t> values, GroupPool &pool, Bytes &out);

/// Reads as many as `values` holds, which is as many as were packed at that place, and returns the
/// first byte behind them. Null when the bytes end before or are none of packIntegers'.
[[nodiscard]] const std::uint8_t *unpackIntegers(
    std::span<const std::uint8_t> packed, std::size_t at, std::span<std::uint64_t> values);

} // namespace pult::telemetry
