// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/files/rawbytes.h"

/// Where each column of a block lies in its bytes. Any thread.
///
///     format 2  u32 2^31 + count; of every eight columns u32 where they begin in what follows the
///               index, and of each u16 where it ends behind that
///     format 1  u32 count, u32 end of each
namespace pult::telemetry {

/// Requires: no column of more than 8000 bytes.
void putColumnIndex(std::span<const std::uint32_t> ends, Bytes &out);

[[nodiscard]] std::size_t columnCount(ByteView columns);
/// What follows the index.
[[nodiscard]] ByteView packedColumns(ByteView columns);

struct ColumnPlace {
    std::size_t begin = 0; ///< In what follows the index.
    std::size_t end = 0;
};
/// Requires: below the count.
[[nodiscard]] ColumnPlace placeOfColumn(ByteView columns, std::size_t column);

} // namespace pult::telemetry
