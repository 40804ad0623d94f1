// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/walltime.h"
#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

/// One value of each series at one time.
struct Row {
    WallTime at;
    std::vector<double> values;
};

/// Packs a row for the journal, as a whole or as what differs from the row before: most series
/// stand still from one scrape to the next.
///
///     i64 milliseconds, u32 count, u8 form
///     form 0  count values
///     form 1  a bit for each series, set where it differs from the row before; those values
///
/// Requires of the second form: as many values as the row before has.
void packWholeRow(WallTime at, std::span<const double> values, Bytes &out);
void packRowChanges(
    WallTime at, std::span<const double> values, std::span<const double> before, Bytes &out);

/// Empty when the bytes are no row, or need a row before that this one doesn't follow.
[[nodiscard]] std::optional<Row> unpackRow(ByteView bytes, std::span<const double> before);

} // namespace pult::telemetry
