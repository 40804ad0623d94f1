// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/format.h"

#include <cmath>

#include <QLocale>
#include <QTest>

namespace pult::models {

class TestFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresReadAs_data();
    void figuresReadAs();
    void exactBytesLoseNoDigit();
    void bytesAreReadAsTheyAreWritten();
    void agesReadAs_data();
    void agesReadAs();
    void localeDecidesThePoint();
    void timesAreLocalWithUtcBeside();
    void momentsReadAsLocalTimes();
};

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' '));
}

} // namespace

void TestFormat::figuresReadAs_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](Unit unit, double value, const char *text) {
        QTest::addRow("%s", text) << unit << value << QString::fromUtf8(text);
    };
    row(Unit::count, 0, "0");
    row(Unit::count, 3, "3");
    row(Unit::count, 999, "999");
    row(Unit::count, 999.7, "1 k");
    row(Unit::count, 12345, "12.3 k");
    row(Unit::count, 4.56e7, "45.6 M");
    row(Unit::count, -12.34, "-12.3");
    row(Unit::count, 0.01234, "0.0123");
    row(Unit::count, std::nan(""), "–");
    row(Unit::perSecond, 128.4, "128 /s");
    row(Unit::perSecond, 0.5, "0.5 /s");
    row(Unit::bytesPerSecond, 1536, "1.5 KiB/s");
    row(Unit::seconds, 0, "0 s");
    row(Unit::seconds, 0.1434, "143 ms");
    row(Unit::seconds, 0.00012, "0.12 ms");
    row(Unit::seconds, 0.9999, "1 s");
    row(Unit::seconds, 2.5, "2.5 s");
    row(Unit::seconds, 59.99, "1 min");
    row(Unit::seconds, 125, "2 min 5 s");
    row(Unit::seconds, 3599.6, "1 h");
    row(Unit::seconds, 12000, "3 h 20 min");
    row(Unit::seconds, 352800, "4 d 2 h");
    row(Unit::seconds, 1e300, "1.16e+295 d");
    row(Unit::seconds, -1e300, "-1.16e+295 d");
    row(Unit::count, 1e300, "1e+300");
    row(Unit::bytes, 1e300, "9.09e+287 TiB");
    row(Unit::ratio, 1e300, "1e+302 %");
    row(Unit::ratio, 0.002, "0.2 %");
    row(Unit::ratio, 1, "100 %");
    row(Unit::ratio, 0.12345, "12.3 %");
    row(Unit::bytes, 512, "512 B");
    row(Unit::bytes, 1536, "1.5 KiB");
    row(Unit::bytes, 1048575, "1 MiB");
}

void TestFormat::figuresReadAs()
{
    QLocale::setDefault(QLocale::c());
    QFETCH(const Unit, unit);
    QFETCH(const double, value);
    QTEST(plain(format(unit, value)), "text");
}

void TestFormat::exactBytesLoseNoDigit()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(plain(formatExactBytes(0)), QStringLiteral("0 B"));
    QCOMPARE(plain(formatExactBytes(1500)), QStringLiteral("1500 B"));
    QCOMPARE(plain(formatExactBytes(1536 << 10)), QStringLiteral("1536 KiB"));
    QCOMPARE(plain(formatExactBytes(std::int64_t{1} << 30)), QStringLiteral("1 GiB"));
    QCOMPARE(plain(formatExactBytes(std::int64_t{1} << 50)), QStringLiteral("1024 TiB"));
}

void TestFormat::bytesAreReadAsTheyAreWritten()
{
    QLocale::setDefault(QLocale::c());
    for (const std::int64_t bytes : {0L, 1L, 1500L, 1L << 20, 3L << 30, (1L << 40) + 1})
        QCOMPARE(parseBytes(formatExactBytes(bytes)), std::optional(bytes));
    QCOMPARE(parseBytes(QStringLiteral(" 1.5 gib")), std::optional(std::int64_t{3} << 29));
    QCOMPARE(parseBytes(QStringLiteral("2048")), std::optional(std::int64_t{2048}));
    QVERIFY(!parseBytes(QStringLiteral("5 parsecs")));
    QVERIFY(!parseBytes(QStringLiteral("MiB")));
    QVERIFY(!parseBytes(QStringLiteral("1e300 GiB")));
}

void TestFormat::agesReadAs_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.02 << QStringLiteral("just now");
    QTest::newRow("below a second") << 0.44 << QStringLiteral("400 ms ago");
    QTest::newRow("seconds") << 3.26 << QStringLiteral("3.3 s ago");
    QTest::newRow("whole seconds") << 42.9 << QStringLiteral("42 s ago");
    QTest::newRow("minutes") << 61.0 << QStringLiteral("1 min 1 s ago");
}

void TestFormat::agesReadAs()
{
    QLocale::setDefault(QLocale::c());
    QFETCH(const double, seconds);
    QTEST(plain(formatAge(Seconds(seconds))), "text");
}

void TestFormat::localeDecidesThePoint()
{
    QLocale::setDefault(QLocale(QLocale::Russian));
    QCOMPARE(plain(format(Unit::perSecond, 1.25)), QStringLiteral("1,25 /s"));
    QLocale::setDefault(QLocale::c());
}

void TestFormat::timesAreLocalWithUtcBeside()
{
    const WallTime time = *parseWallTime("2026-11-21T08:05:09.500Z");
    QCOMPARE(formatUtc(time), QStringLiteral("2026-11-21 08:05:09 UTC"));
    QCOMPARE(toWallTime(toDateTime(time)), time);
    QCOMPARE(formatTimeOfDay(time), toDateTime(time).toLocalTime().time().toString());
}

void TestFormat::momentsReadAsLocalTimes()
{
    const QDateTime moment(QDate(2026, 11, 22), QTime(4, 5));
    const auto seconds = static_cast<double>(moment.toSecsSinceEpoch());
    QCOMPARE(format(Unit::moment, seconds), QLocale().toString(moment, QLocale::ShortFormat));
    QCOMPARE(format(Unit::moment, 0), formatUnknown());
    QCOMPARE(format(Unit::moment, std::nan("")), formatUnknown());
    QCOMPARE(format(Unit::moment, 1e300), formatUnknown());
}

} // namespace pult::models

QTEST_MAIN(pult::models::TestFormat)
#include "tst_format.moc"
