// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/format.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace pult::models {
namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(pult::models::Format)
};

constexpr QChar kNoBreakSpace(0x00A0);
constexpr double kYear10000 = 253'402'300'800; ///< In seconds since 1970.
const QString kUnknown = QStringLiteral("\u2013");
/// A larger number is written with an exponent: targets may tell any.
constexpr int kMostDigits = 6;
/// In days; beyond, hours mean nothing.
constexpr double kLongest = 1e6;

QString joined(const Figure &figure)
{
    return figure.unit.isEmpty() ? figure.value : figure.value + kNoBreakSpace + figure.unit;
}

/// Three significant digits of a value below 1000.
QString significant(double value)
{
    if (value == 0)
        return QLocale().toString(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (magnitude > kMostDigits)
        return QLocale().toString(value, 'g', 3);
    const int decimals = std::max(0, 2 - magnitude);
    QString text = QLocale().toString(value, 'f', std::min(decimals, 6));
    const QString point = QLocale().decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(QLocale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

/// Rounds first, so that 999.7 climbs to the next prefix instead of reading 1000.
double rounded(double value)
{
    if (value == 0)
        return 0;
    const double scale = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

struct Scaled {
    double value = 0;
    std::size_t step = 0;
};

/// The smallest prefix that leaves fewer than four digits before the point.
Scaled scaled(double value, double base, std::size_t steps)
{
    Scaled result{rounded(value), 0};
    while (std::abs(result.value) >= 1000 && result.step + 1 < steps)
        result = {
            rounded(value / std::pow(base, static_cast<double>(result.step + 1))), result.step + 1};
    return result;
}

std::array<QString, 5> byteUnits()
{
    return {Format::tr("B"), Format::tr("KiB"), Format::tr("MiB"), Format::tr("GiB"),
        Format::tr("TiB")};
}

Figure bytesFigure(double value)
{
    const auto units = byteUnits();
    const Scaled size = scaled(value, 1024, units.size());
    return {significant(rounded(size.value)), units[size.step]};
}

/// "2 min 5 s": two neighbouring units, the smaller left out when it is zero.
QString twoUnits(qint64 total, qint64 ratio, const QString &large, const QString &small)
{
    QString first = QLocale().toString(total / ratio) + kNoBreakSpace + large;
    if (total % ratio == 0)
        return first;
    return first + kNoBreakSpace + QLocale().toString(total % ratio) + kNoBreakSpace + small;
}

QString longDuration(double seconds)
{
    if (const double days = seconds / 86400; std::abs(days) >= kLongest)
        return joined({significant(days), Format::tr("d")});
    if (const qint64 whole = std::llround(seconds); whole < 3600)
        return twoUnits(whole, 60, Format::tr("min"), Format::tr("s"));
    if (const qint64 minutes = std::llround(seconds / 60); minutes < qint64{24} * 60)
        return twoUnits(minutes, 60, Format::tr("h"), Format::tr("min"));
    return twoUnits(std::llround(seconds / 3600), 24, Format::tr("d"), Format::tr("h"));
}

/// Below a minute.
Figure shortDuration(double seconds)
{
    if (seconds != 0 && std::abs(rounded(seconds)) < 1)
        return {significant(rounded(seconds * 1000)), Format::tr("ms")};
    return {significant(rounded(seconds)), Format::tr("s")};
}

/// Zero is how exporters write "never"; beyond the years of four digits there is no time.
QString momentText(double seconds)
{
    if (!(seconds > 0 && seconds < kYear10000))
        return kUnknown;
    const WallTime at(std::chrono::round<std::chrono::milliseconds>(Seconds(seconds)));
    return QLocale().toString(toDateTime(at), QLocale::ShortFormat);
}

} // namespace

QString formatNumber(double value)
{
    if (!std::isfinite(value))
        return kUnknown;
    const std::array prefixes{QString(), Format::tr("k", "thousand"), Format::tr("M", "million"),
        Format::tr("G", "thousand million")};
    const Scaled number = scaled(value, 1000, prefixes.size());
    if (std::abs(number.value) >= std::pow(10, kMostDigits + 1))
        return significant(value);
    return joined({significant(number.value), prefixes[number.step]});
}

QString formatCount(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

Figure figure(Unit unit, double value)
{
    if (!std::isfinite(value))
        return {kUnknown, {}};
    switch (unit) {
    case Unit::count:
        return {formatNumber(value), {}};
    case Unit::perSecond:
        return {formatNumber(value), Format::tr("/s", "per second")};
    case Unit::seconds:
        if (std::abs(rounded(value)) < 60)
            return shortDuration(value);
        return {longDuration(value), {}};
    case Unit::moment:
        return {momentText(value), {}};
    case Unit::ratio:
        return {significant(rounded(value * 100)), QStringLiteral("%")};
    case Unit::bytes:
        return bytesFigure(value);
    case Unit::bytesPerSecond: {
        const Figure size = bytesFigure(value);
        return {size.value, Format::tr("%1/s", "a size per second").arg(size.unit)};
    }
    case Unit::celsius:
        return {significant(rounded(value)), Format::tr("°C")};
    case Unit::watts:
        return {significant(rounded(value)), Format::tr("W", "watts")};
    }
    return {kUnknown, {}};
}

QString format(Unit unit, double value)
{
    return joined(figure(unit, value));
}

QString formatDuration(Seconds length)
{
    return format(Unit::seconds, length.count());
}

QString formatDuration(std::optional<Seconds> length)
{
    return length ? formatDuration(*length) : kUnknown;
}

QString formatExactBytes(std::int64_t bytes)
{
    const auto units = byteUnits();
    std::size_t step = 0;
    for (; bytes != 0 && bytes % 1024 == 0 && step + 1 < units.size(); ++step)
        bytes /= 1024;
    return formatCount(bytes) + kNoBreakSpace + units.at(step);
}

std::optional<std::int64_t> parseBytes(const QString &text)
{
    QString number = text.simplified();
    double size = 1;
    double unitSize = 1;
    qsizetype unitLength = 0;
    for (const QString &unit : byteUnits()) {
        // "B" ends all of them, so the longest counts.
        if (number.endsWith(unit, Qt::CaseInsensitive) && unit.size() > unitLength) {
            size = unitSize;
            unitLength = unit.size();
        }
        unitSize *= 1024;
    }
    number.chop(unitLength);
    bool isNumber = false;
    const double bytes = QLocale().toDouble(number.trimmed(), &isNumber) * size;
    if (!isNumber || std::abs(bytes) > 0x1p62)
        return std::nullopt;
    return std::llround(bytes);
}

QString formatUnknown()
{
    return kUnknown;
}

QString formatAge(Seconds age)
{
    if (age < Seconds(0.1))
        return Format::tr("just now");
    if (age < Seconds(10))
        return Format::tr("%1 ago").arg(formatDuration(Seconds(std::round(age.count() * 10) / 10)));
    return Format::tr("%1 ago").arg(formatDuration(Seconds(std::floor(age.count()))));
}

QDateTime toDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

WallTime toWallTime(const QDateTime &time)
{
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString formatTimeOfDay(WallTime time)
{
    return toDateTime(time).toString(QStringLiteral("HH:mm:ss"));
}

QString formatDateTime(WallTime time)
{
    return QLocale().toString(toDateTime(time), QLocale::ShortFormat);
}

QString formatMoment(WallTime time, WallTime now)
{
    if (toDateTime(time).date() == toDateTime(now).date())
        return formatTimeOfDay(time);
    return QLocale().toString(toDateTime(time).date(), QLocale::ShortFormat) + kNoBreakSpace
        + formatTimeOfDay(time);
}

QString formatUtc(WallTime time)
{
    return toDateTime(time).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

} // namespace pult::models
