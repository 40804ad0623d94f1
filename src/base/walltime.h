// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "base/error.h"

namespace pult {

/// A moment on the calendar, UTC, to the millisecond: what the contract and the stores hold.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// A length of time in seconds, as on the wire.
using Seconds = std::chrono::duration<double>;

/// How long that was; 0 when somebody has set the clock back in between.
[[nodiscard]] inline Seconds secondsBetween(WallTime from, WallTime to)
{
    return std::max(Seconds(0), Seconds(to - from));
}

/// RFC 3339 with milliseconds and Z: "2026-11-21T08:00:00.000Z". Years are cut to 0 to 9999.
using WallTimeText = std::array<char, 24>;
[[nodiscard]] WallTimeText textOf(WallTime time);
[[nodiscard]] std::string toString(WallTime time);

/// Accepts any RFC 3339 date-time; fractions below a millisecond are dropped.
/// Errors: invalidArgument.
[[nodiscard]] Result<WallTime> parseWallTime(std::string_view text);

} // namespace pult
