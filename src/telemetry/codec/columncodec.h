// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "telemetry/codec/integercodec.h"

namespace pult::telemetry {

/// Packs the values of one series, one after the other, bit by bit as they are: payloads of NaN and
/// the sign of zero too. A column that stands still costs its value; one of decimals, what its
/// digits cost as whole numbers, which is what exporters print; any other, its bits.
/// After Afroozeh, Kuffo and Boncz, "ALP: Adaptive Lossless floating-Point Compression", 2023.
/// Requires: at least one value, at most kMostIntegers; one pool for all columns that are packed
/// there. Any thread.
void packColumn(std::span<const double> values, GroupPool &pool, Bytes &out);

/// The value of a column that stands still; empty for any other, and for what is none.
[[nodiscard]] std::optional<double> constantIn(std::span<const std::uint8_t> bytes);

/// Reads the column that begins there and ends with the bytes; before it stand those that it may
/// share something with. As many values as `values` holds, which is as many as were packed. False,
/// with values undefined, when the bytes are none of packColumn's.
[[nodiscard]] bool unpackColumn(
    std::span<const std::uint8_t> packed, std::size_t begin, std::span<double> values);

} // namespace pult::telemetry
