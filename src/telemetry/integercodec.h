// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pult::telemetry {

using Bytes = std::vector<std::uint8_t>;

/// Packs whole numbers so that what repeats, grows steadily or stays within a range takes few bits.
/// Of the numbers, their differences and the differences of those, the smallest is kept: in groups
/// of 64, each from its lowest in as many bits as its widest needs, or without its zeros. Any
/// values round trip: the arithmetic is modulo 2^64.
/// After Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015
/// (frames of reference, differences).
/// Requires: at most kMostIntegers, at least one. Any thread.
inline constexpr std::size_t kMostIntegers = 512;

void packIntegers(std::span<const std::uint64_t> values, Bytes &out);

/// Reads as many as `values` holds, which is as many as were packed, and returns the first byte
/// behind them. Null when the bytes end before or are none of packIntegers'.
[[nodiscard]] const std::uint8_t *unpackIntegers(
    const std::uint8_t *at, const std::uint8_t *end, std::span<std::uint64_t> values);

} // namespace pult::telemetry
