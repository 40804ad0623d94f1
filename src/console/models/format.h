// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "base/walltime.h"

/// Values as a person reads them, in the locale and language worn now: at most three significant
/// digits, and a unit. GUI thread.
namespace pult::models {

/// What stands where a value is not known.
[[nodiscard]] QString unknownText();

/// "143 ms", "2.5 s", "43 s", "4 min 05 s", "2 h 03 min", "3 d 04 h".
[[nodiscard]] QString durationText(Seconds length);
[[nodiscard]] QString durationText(std::optional<Seconds> length);

/// Local time: "08:31:05" on the day of `now`, else with the date.
[[nodiscard]] QString momentText(WallTime at, WallTime now);
/// Local date and time, then UTC: for hovering.
[[nodiscard]] QString momentDetailText(WallTime at);

[[nodiscard]] QString numberText(double number);
[[nodiscard]] QString countText(std::int64_t count);
/// "12.1/s".
[[nodiscard]] QString rateText(double perSecond);
[[nodiscard]] QString ratioText(double ratio);
[[nodiscard]] QString bytesText(std::int64_t bytes);

} // namespace pult::models
