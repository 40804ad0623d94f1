// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartlines.h"

#include <cmath>

#include <QTest>

#include "console/widgets/chartexport.h"

namespace pult::widgets {

class TestChartLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gapsBreakTheLine();
    void lonelyColumnIsAPoint();
    void extremesAreBothDrawn();
    void whatIsBelowZeroIsBelowItsLine();
    void valueUnderTheCrosshair();
    void csvSaysUnitsAndLeavesGapsEmpty();
};

namespace {

const live::Column kGap{std::nan(""), std::nan("")};
const QRectF kPlot(0, 0, 40, 100);

} // namespace

void TestChartLines::gapsBreakTheLine()
{
    const auto lines = traceLines({{1, 1}, {2, 2}, kGap, {3, 3}}, kPlot, {0, 10});
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], QPolygonF({QPointF(5, 90), QPointF(15, 80)}));
    QCOMPARE(lines[1], QPolygonF({QPointF(35, 70)}));
}

void TestChartLines::lonelyColumnIsAPoint()
{
    const auto lines = traceLines({kGap, {5, 5}, kGap, kGap}, kPlot, {0, 10});
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].size(), 1);
}

void TestChartLines::extremesAreBothDrawn()
{
    const auto lines = traceLines({{9, 9}, {1, 8}}, kPlot, {0, 10});
    QCOMPARE(lines.front(), QPolygonF({QPointF(10, 10), QPointF(30, 20), QPointF(30, 90)}));
}

void TestChartLines::whatIsBelowZeroIsBelowItsLine()
{
    const live::Trace trace{"offset", {{-5, -5}, {5, 5}}, 5};
    QCOMPARE(valuesOf(trace).low, -5.0);
    const auto lines = traceLines(trace.columns, kPlot, {-10, 10});
    QCOMPARE(lines.front(), QPolygonF({QPointF(10, 75), QPointF(30, 25)}));
}

void TestChartLines::valueUnderTheCrosshair()
{
    const live::Trace trace{"p95", {{1, 3}, kGap, {4, 4}, {8, 8}}, 8};
    QCOMPARE(valueAt(trace, 0.1), 2.0);
    QVERIFY(std::isnan(valueAt(trace, 0.3)));
    QCOMPARE(valueAt(trace, 1), 8.0);
    QVERIFY(std::isnan(valueAt(trace, 1.2)));
    QCOMPARE(valuesOf(trace).low, 0.0);
    QCOMPARE(valuesOf(trace).high, 8.0);
}

void TestChartLines::csvSaysUnitsAndLeavesGapsEmpty()
{
    live::ChartData data;
    data.to = WallTime(std::chrono::seconds(2));
    data.traces = {{"a \"b\"", {{1, 2.5}, kGap}, 0}};
    QCOMPARE(toCsv(data, models::Unit::seconds),
        QByteArray("time (UTC),\"a \"\"b\"\" low (s)\",\"a \"\"b\"\" high (s)\"\r\n"
                   "1970-01-01T00:00:00.000Z,1,2.5\r\n"
                   "1970-01-01T00:00:01.000Z,,\r\n"));
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestChartLines)
#include "tst_chartlines.moc"
