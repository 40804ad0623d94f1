// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartview.h"

#include <cmath>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "console/widgets/chartfeed.h"
#include "console/widgets/theme.h"
#include "support/fakeservice.h"
#include "support/manualclock.h"

namespace pult::widgets {

class TestChartView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void gapIsNotDrawn();
    void aBandHasNoHoles();
    void allOfThePlotIsDrawn_data();
    void allOfThePlotIsDrawn();
    void timeTicksStandAtTheirTimes();
    void newThemeIsWornAtOnce();
    void crosshairIsShared();
    void dragZoomsAndDoubleClickReturns();
    void wheelZoomsAroundThePointer();
    void wheelWithShiftMovesInTime();
    void legendHidesATrace();
    void keysMoveTheCrosshair();
    void feedAsksOnceATickAndNeverWhileStopped();

private:
    [[nodiscard]] bool hasTraceColorAt(double share) const;
    [[nodiscard]] std::vector<int> drawnTimeTicks() const;
    [[nodiscard]] QPoint plotPoint(double share) const;

    test::ManualClock m_clock;
    std::unique_ptr<ChartGroup> m_group;
    std::unique_ptr<ChartView> m_chart;
};

namespace {

/// A level trace over the whole range, but for a gap from 0.4 to 0.6 of it.
live::ChartData levelWithGap(TimeRange range)
{
    live::ChartData data{range.from, range.to, {}, {}};
    live::Trace trace{"p95", {}, 0.07};
    for (int i = 0; i < 100; ++i)
        trace.columns.push_back(i >= 40 && i < 60 ? live::Column{std::nan(""), std::nan("")}
                                                  : live::Column{0.07, 0.07});
    data.traces = {trace};
    return data;
}

QColor traceColor()
{
    return currentTheme().data[tracePlace(QStringLiteral("p95"))];
}

/// QTest::mouseMove moves the real pointer, which other windows catch.
void hover(QWidget &plot, QPoint at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(
        QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&plot, &event);
}

void dragAcross(QWidget &plot, QPoint from, QPoint to)
{
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    hover(plot, to, Qt::LeftButton);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
}

} // namespace

void TestChartView::initTestCase()
{
    wearTheme(ThemeKind::dark);
}

void TestChartView::init()
{
    m_group = std::make_unique<ChartGroup>(m_clock);
    m_chart = std::make_unique<ChartView>();
    m_chart->setUnit(models::Unit::seconds);
    m_chart->setTitle(QStringLiteral("Response time"));
    m_chart->setGroup(m_group.get());
    m_chart->resize(600, 320);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    m_chart->setData(levelWithGap(m_group->range()));
}

void TestChartView::cleanup()
{
    m_chart.reset();
    m_group.reset();
}

void TestChartView::gapIsNotDrawn()
{
    QTRY_VERIFY(hasTraceColorAt(0.2));
    QVERIFY(hasTraceColorAt(0.8));
    QVERIFY(!hasTraceColorAt(0.5));
}

void TestChartView::aBandHasNoHoles()
{
    for (const int wider : {0, 1, 2, 3}) {
        m_chart->resize(600 + wider, 320);
        const TimeRange range = m_group->range();
        const auto columns = static_cast<std::size_t>(m_chart->columns());
        const std::vector<live::Column> band(columns, {0, 0.1});
        m_chart->setData({range.from, range.to, {{"p95", band, 0.1}}, {}});
        const QImage image = m_chart->canvas().viewport()->grab().toImage();
        const QPoint begin = plotPoint(0);
        for (int x = begin.x() + 1; x < begin.x() + m_chart->columns() - 1; ++x)
            QCOMPARE(image.pixelColor(x, begin.y()), traceColor());
    }
}

void TestChartView::allOfThePlotIsDrawn_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1.25") << 1.25;
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
}

/// With what stands around it, as an opaque widget must: nothing below shows through.
void TestChartView::allOfThePlotIsDrawn()
{
    QFETCH(const qreal, scale);
    QWidget &plot = *m_chart->canvas().viewport();
    const auto drawnOver = [&](const QColor &ground) {
        QImage picture(plot.size() * scale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(scale);
        picture.fill(ground);
        plot.render(&picture, {}, {}, QWidget::DrawChildren);
        return picture;
    };
    for (const int less : {0, 1, 2, 3}) {
        m_chart->resize(600 - less, 320 - less);
        QCOMPARE(drawnOver(Qt::red), drawnOver(Qt::green));
    }
}

void TestChartView::timeTicksStandAtTheirTimes()
{
    const auto wanted = [this] {
        const QRectF plot = m_chart->canvas().plotArea();
        const TimeRange range = m_group->range();
        std::vector<int> pixels;
        for (const Tick &tick : timeTicks(range.from, range.to, 5)) {
            const WallTime at(std::chrono::milliseconds(std::llround(tick.position)));
            const double share = Seconds(at - range.from) / (range.to - range.from);
            pixels.push_back(static_cast<int>(plot.left() + share * plot.width()));
        }
        pixels.pop_back(); // Its label would be cut off.
        return pixels;
    };
    QCOMPARE(drawnTimeTicks(), wanted());
    m_chart->resize(560, 320);
    QCOMPARE(drawnTimeTicks(), wanted());
}

void TestChartView::newThemeIsWornAtOnce()
{
    QTRY_VERIFY(hasTraceColorAt(0.2));
    wearTheme(ThemeKind::light);
    QTRY_VERIFY(hasTraceColorAt(0.2));
    wearTheme(ThemeKind::dark);
}

void TestChartView::crosshairIsShared()
{
    ChartView other;
    other.setGroup(m_group.get());
    other.setGeometry(m_chart->geometry().translated(0, 400));
    other.show();
    other.setData(levelWithGap(m_group->range()));
    hover(*m_chart->canvas().viewport(), plotPoint(0.25));
    QVERIFY(other.canvas().crosshairShare());
    QVERIFY(std::abs(*other.canvas().crosshairShare() - 0.25) < 0.02);
    auto *legend = m_chart->findChild<QAbstractButton *>(QStringLiteral("legend.p95"));
    QCOMPARE(legend->accessibleDescription(), models::format(models::Unit::seconds, 0.07));
    hover(*m_chart->canvas().viewport(), plotPoint(0.5));
    QCOMPARE(legend->accessibleDescription(), QStringLiteral("–"));
}

void TestChartView::dragZoomsAndDoubleClickReturns()
{
    const TimeRange whole = m_group->range();
    dragAcross(*m_chart->canvas().viewport(), plotPoint(0.25), plotPoint(0.5));
    QVERIFY(m_group->isZoomed());
    const double share = Seconds(m_group->range().from - whole.from) / (whole.to - whole.from);
    QVERIFY2(std::abs(share - 0.25) < 0.02, qPrintable(QString::number(share)));
    QTest::mouseDClick(m_chart->canvas().viewport(), Qt::LeftButton, {}, plotPoint(0.5));
    QVERIFY(!m_group->isZoomed());
    QCOMPARE(m_group->range(), whole);
}

void TestChartView::wheelZoomsAroundThePointer()
{
    const TimeRange whole = m_group->range();
    const QPoint at = plotPoint(0.5);
    QWheelEvent event(at, m_chart->canvas().viewport()->mapToGlobal(at), {}, QPoint(0, 120),
        Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_chart->canvas().viewport(), &event);
    QVERIFY(m_group->isZoomed());
    QVERIFY(m_group->range().from > whole.from);
    QVERIFY(m_group->range().to < whole.to);
}

void TestChartView::wheelWithShiftMovesInTime()
{
    const TimeRange whole = m_group->range();
    const QPoint at = plotPoint(0.5);
    QWheelEvent event(at, m_chart->canvas().viewport()->mapToGlobal(at), {}, QPoint(0, 120),
        Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_chart->canvas().viewport(), &event);
    QCOMPARE(m_group->range().from - whole.from, m_group->range().to - whole.to);
    QVERIFY(m_group->range().from < whole.from);
    QTest::keyClick(&m_chart->canvas(), Qt::Key_PageUp);
    QCOMPARE(whole.to - m_group->range().to, (whole.to - whole.from) * 6 / 10);
}

void TestChartView::legendHidesATrace()
{
    QTRY_VERIFY(hasTraceColorAt(0.2));
    auto *legend = m_chart->findChild<QAbstractButton *>(QStringLiteral("legend.p95"));
    QTest::keyClick(legend, Qt::Key_Space);
    QVERIFY(!legend->isChecked());
    QTRY_VERIFY(!hasTraceColorAt(0.2));
}

void TestChartView::keysMoveTheCrosshair()
{
    const TimeRange range = m_group->range();
    m_group->setCrosshair(range.from + std::chrono::seconds(100));
    QTest::keyClick(&m_chart->canvas(), Qt::Key_Right);
    QCOMPARE(*m_group->crosshair(), range.from + std::chrono::seconds(103));
    QTest::keyClick(&m_chart->canvas(), Qt::Key_Plus);
    QVERIFY(m_group->isZoomed());
    QTest::keyClick(&m_chart->canvas(), Qt::Key_Escape);
    QVERIFY(!m_group->isZoomed());
}

void TestChartView::feedAsksOnceATickAndNeverWhileStopped()
{
    test::FakeService service;
    service.charts.computes([](const live::ChartQuery &query) {
        return levelWithGap({query.from, query.to});
    });
    ChartFeed feed(*m_group);
    feed.add(*m_chart);
    feed.setService(&service);
    service.setState({});
    QCOMPARE(service.charts.asked().size(), std::size_t(0));
    feed.start();
    QCOMPARE(service.charts.asked().size(), std::size_t(1));
    QVERIFY(service.charts.last().columns > 0);
    service.setState({});
    QCOMPARE(service.charts.asked().size(), std::size_t(1));
    QTRY_COMPARE(service.charts.asked().size(), std::size_t(2));
    QTRY_VERIFY(m_chart->canvas().hasData());
    feed.stop();
    service.setState({});
    QCOMPARE(service.charts.asked().size(), std::size_t(2));
}

/// Looks down one pixel column of the plot for the trace's colour.
bool TestChartView::hasTraceColorAt(double share) const
{
    const QColor wanted = traceColor();
    const QImage image = m_chart->canvas().viewport()->grab().toImage();
    const QRect plot = m_chart->canvas().plotArea().toRect();
    const int x = plot.left() + static_cast<int>(share * plot.width());
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        const QColor found = image.pixelColor(x, y);
        if (std::abs(found.hue() - wanted.hue()) < 8 && found.saturation() > 150)
            return true;
    }
    return false;
}

/// By the axis' colour, just below its line.
std::vector<int> TestChartView::drawnTimeTicks() const
{
    const QImage image = m_chart->canvas().viewport()->grab().toImage();
    const int y = qRound(m_chart->canvas().plotArea().bottom()) + 2;
    std::vector<int> drawn;
    for (int x = 0; x < image.width(); ++x)
        if (image.pixelColor(x, y) == currentTheme().border)
            drawn.push_back(x);
    return drawn;
}

QPoint TestChartView::plotPoint(double share) const
{
    const QRectF plot = m_chart->canvas().plotArea();
    return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint();
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestChartView)
#include "tst_chartview.moc"
