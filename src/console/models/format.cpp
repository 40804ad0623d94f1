// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace pult::models {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("models::Format", text);
}

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

/// Two units, the smaller one with a leading zero.
QString twoUnits(const QString &pattern, std::int64_t large, std::int64_t small)
{
    return pattern.arg(QLocale().toString(static_cast<qlonglong>(large)))
        .arg(small, 2, 10, QLatin1Char('0'));
}

QString longDurationText(std::int64_t seconds)
{
    if (seconds < 3600)
        return twoUnits(tr("%1 min %2 s"), seconds / 60, seconds % 60);
    if (seconds < 86'400)
        return twoUnits(tr("%1 h %2 min"), seconds / 3600, seconds / 60 % 60);
    return twoUnits(tr("%1 d %2 h"), seconds / 86'400, seconds / 3600 % 24);
}

} // namespace

QString unknownText()
{
    return QStringLiteral("–");
}

QString durationText(Seconds length)
{
    const double seconds = length.count();
    if (!std::isfinite(seconds))
        return unknownText();
    if (std::round(seconds * 1000) < 1000)
        return tr("%1 ms").arg(numberText(std::round(seconds * 1000)));
    if (seconds < 59.5)
        return tr("%1 s").arg(
            numberText(seconds < 9.95 ? std::round(seconds * 10) / 10 : std::round(seconds)));
    return longDurationText(std::llround(seconds));
}

QString durationText(std::optional<Seconds> length)
{
    return length ? durationText(*length) : unknownText();
}

QString momentText(WallTime at, WallTime now)
{
    const QDateTime local = localTime(at);
    const QString time = QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"));
    if (local.date() == localTime(now).date())
        return time;
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

QString momentDetailText(WallTime at)
{
    const QDateTime local = localTime(at);
    return tr("%1 (%2 UTC)")
        .arg(QLocale().toString(local, QLocale::LongFormat),
            local.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString numberText(double number)
{
    if (!std::isfinite(number))
        return unknownText();
    const double size = std::abs(number);
    if (size >= 100 || size == 0)
        return QLocale().toString(std::round(number), 'f', 0);
    // Digits behind the point so that three digits in all are shown, without trailing zeros.
    const int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    const double scale = std::pow(10, decimals);
    return QLocale().toString(
        std::round(number * scale) / scale, 'g', QLocale::FloatingPointShortest);
}

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString rateText(double perSecond)
{
    return tr("%1/s").arg(numberText(perSecond));
}

QString ratioText(double ratio)
{
    return tr("%1 %").arg(numberText(ratio * 100));
}

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'240 ? 1 : 0);
}

} // namespace pult::models
