// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDateTime>
#include <QString>

#include "base/walltime.h"
#include "telemetry/signals/unit.h"

/// Figures as people read them: at most three significant digits, a unit, the default QLocale.
/// NaN, infinity and what is not known read as an en dash. A value and its unit are kept together
/// by a no-break space.
namespace pult::models {

using telemetry::Unit;

/// A value apart from its unit, for where the two are set in different sizes.
struct Figure {
    QString value;
    QString unit; ///< Empty with Unit::count.
    bool operator==(const Figure &) const = default;
};

/// 0.0123, 12.3, 123, 1.23 k, 45.6 M. Trailing zeros are left out.
[[nodiscard]] QString formatNumber(double value);
/// Every digit: "12,345".
[[nodiscard]] QString formatCount(std::int64_t count);
[[nodiscard]] Figure figure(Unit unit, double value);
[[nodiscard]] QString format(Unit unit, double value);
/// Every digit, in the largest unit that leaves it whole: "1 MiB", "1,500 B".
[[nodiscard]] QString formatExactBytes(std::int64_t bytes);
/// What formatExactBytes writes, and fractions and other blanks with it: "1.5 gib". Without a unit,
/// bytes. Nothing when it is no size.
[[nodiscard]] std::optional<std::int64_t> parseBytes(const QString &text);

/// The en dash.
[[nodiscard]] QString formatUnknown();

/// "143 ms", "2.5 s", "2 min 5 s", "3 h 20 min", "4 d 2 h".
[[nodiscard]] QString formatDuration(Seconds length);
[[nodiscard]] QString formatDuration(std::optional<Seconds> length);
/// "0.4 s ago"; "just now" below a tenth of a second.
[[nodiscard]] QString formatAge(Seconds age);

[[nodiscard]] QDateTime toDateTime(WallTime time);
[[nodiscard]] WallTime toWallTime(const QDateTime &time);
/// Local time of day, "08:05:09".
[[nodiscard]] QString formatTimeOfDay(WallTime time);
/// Local date and time in the locale's short form.
[[nodiscard]] QString formatDateTime(WallTime time);
/// The time of day, with its date in front unless that is the day of `now`.
[[nodiscard]] QString formatMoment(WallTime time, WallTime now);
/// The same moment in UTC, for tooltips: "2026-11-21 05:05:09 UTC".
[[nodiscard]] QString formatUtc(WallTime time);

} // namespace pult::models
