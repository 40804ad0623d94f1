// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pult::widgets {
namespace {

using std::chrono::milliseconds;

constexpr int kIntervals = 4;
constexpr std::array<qint64, 18> kTimeStepsSeconds{
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};

constexpr double kKibi = 1024;

bool isBinary(models::Unit unit)
{
    return unit == models::Unit::bytes || unit == models::Unit::bytesPerSecond;
}

/// Percent read best in steps of 25, and time beyond a minute in whole minutes.
double stepFor(double top, models::Unit unit)
{
    if (unit == models::Unit::ratio && top > 0.8 && top <= 1)
        return 0.25;
    const double raw = top / kIntervals;
    if (unit == models::Unit::seconds && raw > 10)
        return std::ceil(raw / 30) * 30;
    return niceStep(raw, unit);
}

bool isWhole(double number)
{
    return std::abs(number - std::round(number)) < 1e-6;
}

/// So many steps in one that the labels have room and the top, where it ends a step, has one.
double stepWithRoom(double step, ValueSpan span, int room)
{
    const double steps = span.length() / step;
    double together = std::ceil(steps / std::max(room, 2) - 1e-9);
    while (isWhole(span.high / step) && together < steps && !isWhole(span.high / step / together))
        ++together;
    return step * together;
}

milliseconds timeStep(milliseconds span, int count)
{
    for (const qint64 step : kTimeStepsSeconds)
        if (span.count() <= step * 1000 * count)
            return milliseconds(step * 1000);
    return milliseconds(kTimeStepsSeconds.back() * 1000);
}

milliseconds zoneAt(WallTime at)
{
    return milliseconds(models::toDateTime(at).offsetFromUtc() * 1000LL);
}

QString timeLabel(const QDateTime &time, milliseconds span, milliseconds step)
{
    constexpr std::chrono::hours kDay(24);
    if (step >= kDay)
        return time.toString(QStringLiteral("dd.MM"));
    const bool isDays = span > kDay;
    return time.toString(isDays ? QStringLiteral("dd.MM HH:mm") : QStringLiteral("HH:mm:ss"));
}

} // namespace

double niceStep(double atLeast, models::Unit unit)
{
    if (!(atLeast > 0))
        return 1;
    if (isBinary(unit) && atLeast > 1) {
        const double prefix = std::pow(kKibi, std::floor(std::log2(atLeast) / 10));
        const double step = niceStep(atLeast / prefix);
        return (step < kKibi / 2 ? step : kKibi) * prefix;
    }
    const double decade = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (decade * factor >= atLeast * (1 - 1e-9))
            return decade * factor;
    return decade * 10;
}

double AxisTop::fit(double highest, models::Unit unit)
{
    const double wanted = std::isfinite(highest) && highest > 0 ? highest : 1;
    const double step = niceStep(wanted / kIntervals, unit);
    const double top = std::ceil(wanted / step - 1e-9) * step;
    if (top > m_top || top <= m_top / 2)
        m_top = top;
    return m_top;
}

std::vector<Tick> valueTicks(ValueSpan span, models::Unit unit, int room)
{
    const double step = stepWithRoom(stepFor(span.length(), unit), span, room);
    std::vector<Tick> ticks;
    for (int i = static_cast<int>(std::ceil(span.low / step - 1e-9));
         i * step <= span.high * (1 + 1e-9); ++i)
        ticks.push_back({i * step, models::format(unit, i * step)});
    return ticks;
}

std::vector<Tick> timeTicks(WallTime from, WallTime to, int count)
{
    if (to <= from || count < 1)
        return {};
    const milliseconds span = to - from;
    const milliseconds step = timeStep(span, count);
    // Each local time costs a look at the zone's file; most ranges have no change of it.
    const milliseconds zone = zoneAt(from);
    const bool isOneZone = zone == zoneAt(to);
    const auto local = from.time_since_epoch() + zone;
    milliseconds at = (local + step - milliseconds(1)) / step * step - zone;
    std::vector<Tick> ticks;
    for (; at <= to.time_since_epoch(); at += step) {
        const QDateTime time = isOneZone
            ? QDateTime::fromMSecsSinceEpoch((at + zone).count(), Qt::UTC)
            : models::toDateTime(WallTime(at));
        ticks.push_back({static_cast<double>(at.count()), timeLabel(time, span, step)});
    }
    return ticks;
}

} // namespace pult::widgets
