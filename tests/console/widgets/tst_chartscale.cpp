// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartscale.h"

#include <QLocale>
#include <QTest>

#include "console/widgets/chartgroup.h"
#include "support/manualclock.h"

namespace pult::widgets {

class TestChartScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAreNice_data();
    void stepsAreNice();
    void topDoesNotBreathe();
    void valueTicksReachFromZeroToTop();
    void timeTicksAreRound();
    void bytesGoBySizesOfTheirOwn();
    void aLowChartHasFewerTicks();
    void valueTicksGoThroughZero();
    void timeTicksOfAWeekAreDays();
    void liveRangeMovesInSteps();
    void pauseHoldsTheRange();
    void zoomStaysInThePastAndWide();
    void wideningBeyondTheSpanReturns();
    void panningKeepsTheWidthAndEndsNow();
};

void TestChartScale::stepsAreNice_data()
{
    QTest::addColumn<double>("atLeast");
    QTest::addColumn<double>("step");
    QTest::newRow("a third") << 0.3 << 0.5;
    QTest::newRow("exactly two") << 2.0 << 2.0;
    QTest::newRow("seven") << 7.0 << 10.0;
    QTest::newRow("thousands") << 1100.0 << 2000.0;
    QTest::newRow("nothing") << 0.0 << 1.0;
}

void TestChartScale::stepsAreNice()
{
    QFETCH(const double, atLeast);
    QTEST(niceStep(atLeast), "step");
}

void TestChartScale::topDoesNotBreathe()
{
    AxisTop top;
    QCOMPARE(top.fit(90), 100.0);
    QCOMPARE(top.fit(60), 100.0);
    QCOMPARE(top.fit(101), 150.0);
    QCOMPARE(top.fit(40), 40.0);
    QCOMPARE(AxisTop().fit(0), 1.0);
}

void TestChartScale::valueTicksReachFromZeroToTop()
{
    QLocale::setDefault(QLocale::c());
    const std::vector<Tick> ticks = valueTicks({0, 1}, models::Unit::ratio);
    QCOMPARE(ticks.size(), std::size_t(5));
    QCOMPARE(ticks.front().position, 0.0);
    QCOMPARE(ticks.back().position, 1.0);
    QCOMPARE(ticks.back().label, QStringLiteral("100\u00A0%"));
}

void TestChartScale::bytesGoBySizesOfTheirOwn()
{
    constexpr double kMebi = 1024 * 1024;
    QCOMPARE(niceStep(3 * kMebi, models::Unit::bytes), 5 * kMebi);
    QCOMPARE(niceStep(700 * kMebi, models::Unit::bytes), 1024 * kMebi);
    AxisTop top;
    QCOMPARE(top.fit(23.5 * 1024 * kMebi, models::Unit::bytes), 30 * 1024 * kMebi);
}

void TestChartScale::aLowChartHasFewerTicks()
{
    const std::vector<Tick> ticks = valueTicks({0, 8}, models::Unit::count, 2);
    QCOMPARE(ticks.size(), std::size_t(3));
    QCOMPARE(ticks[1].position, 4.0);
    QCOMPARE(valueTicks({0, 8}, models::Unit::count, 0).size(), std::size_t(3));
    const std::vector<Tick> odd = valueTicks({0, 3}, models::Unit::count, 2);
    QCOMPARE(odd.size(), std::size_t(2));
    QCOMPARE(odd.back().position, 3.0);
}

void TestChartScale::valueTicksGoThroughZero()
{
    const std::vector<Tick> ticks = valueTicks({-3, 5}, models::Unit::count);
    QCOMPARE(ticks.size(), std::size_t(4));
    QCOMPARE(ticks.front().position, -2.0);
    QCOMPARE(ticks[1].position, 0.0);
    QCOMPARE(ticks.back().position, 4.0);
}

void TestChartScale::timeTicksOfAWeekAreDays()
{
    const WallTime from(std::chrono::seconds(1'800'000'000));
    const std::vector<Tick> ticks = timeTicks(from, from + std::chrono::hours(7 * 24), 4);
    QCOMPARE(ticks.size(), 7U);
    for (const Tick &tick : ticks)
        QCOMPARE(tick.label.size(), QStringLiteral("15.11").size());
}

void TestChartScale::timeTicksAreRound()
{
    const WallTime from = models::toWallTime(QDateTime(QDate(2026, 11, 21), QTime(8, 2, 7)));
    const std::vector<Tick> ticks = timeTicks(from, from + std::chrono::minutes(5), 5);
    QCOMPARE(ticks.size(), std::size_t(5));
    QCOMPARE(ticks.front().label, QStringLiteral("08:03:00"));
    QCOMPARE(ticks.back().label, QStringLiteral("08:07:00"));
}

void TestChartScale::liveRangeMovesInSteps()
{
    test::ManualClock clock;
    ChartGroup group(clock);
    group.setSpan(Seconds(300));
    const TimeRange first = group.range();
    QCOMPARE(first.to - first.from, std::chrono::milliseconds(300'000));
    QVERIFY(first.to >= clock.wallNow());
    clock.advance(Seconds(10));
    const TimeRange later = group.range();
    QCOMPARE(later.to - first.to, std::chrono::milliseconds(10'000));
    clock.advance(Seconds(0.5));
    const TimeRange ahead = group.range();
    clock.advance(Seconds(4));
    QCOMPARE(group.range(), ahead);
}

void TestChartScale::pauseHoldsTheRange()
{
    test::ManualClock clock;
    ChartGroup group(clock);
    group.setPaused(true);
    const TimeRange held = group.range();
    clock.advance(Seconds(60));
    QCOMPARE(group.range(), held);
    group.setPaused(false);
    QVERIFY(group.range().to > held.to);
}

void TestChartScale::zoomStaysInThePastAndWide()
{
    test::ManualClock clock;
    ChartGroup group(clock);
    const WallTime now = clock.wallNow();
    group.zoom({now - std::chrono::seconds(2), now + std::chrono::seconds(30)});
    QVERIFY(group.isZoomed());
    QCOMPARE(group.range().to, now);
    QCOMPARE(group.range().from, now - std::chrono::seconds(10));
}

void TestChartScale::wideningBeyondTheSpanReturns()
{
    test::ManualClock clock;
    ChartGroup group(clock);
    const WallTime center = clock.wallNow() - std::chrono::seconds(100);
    group.zoomAround(center, 0.5);
    QVERIFY(group.isZoomed());
    group.zoomAround(center, 4);
    QVERIFY(!group.isZoomed());
}

void TestChartScale::panningKeepsTheWidthAndEndsNow()
{
    test::ManualClock clock;
    ChartGroup group(clock);
    group.setSpan(std::chrono::hours(24));
    const TimeRange whole = group.range();
    group.pan(-0.5);
    QVERIFY(group.isZoomed());
    QCOMPARE(group.range().from, whole.from - std::chrono::hours(12));
    QCOMPARE(group.range().to, whole.to - std::chrono::hours(12));
    group.pan(0.25);
    QCOMPARE(group.range().to, whole.to - std::chrono::hours(6));
    group.pan(10);
    QCOMPARE(group.range().to, clock.wallNow());
    QCOMPARE(group.range().to - group.range().from, std::chrono::hours(24));
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestChartScale)
#include "tst_chartscale.moc"
