// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QTreeView>

#include "console/models/serieslistmodel.h"
#include "console/widgets/chartview.h"
#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

/// Somebody looks for what no page shows, draws it, and keeps it on a dashboard.
class TestExplore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void typingFindsSeries();
    void enterDrawsTheRateOfACounter();
    void aWholeMetricIsSplitByALabel();
    void aHistogramIsDrawnAsAQuantile();
    void theSameIsNotDrawnTwice();
    void aChartIsPinned();
    void aPinnedChartIsRenamedAndBroughtBack();
    void aSeriesThatIsNotThereIsSaid();
    void clearingEmptiesTheChart();

private:
    [[nodiscard]] widgets::ChartView &chart() const
    {
        return *m_flow->find<widgets::ChartView>("exploreChart");
    }
    [[nodiscard]] std::vector<settings::PinnedChart> pins() const
    {
        return m_flow->session().pins().charts("art");
    }
    [[nodiscard]] const models::SeriesListModel &found() const
    {
        return *static_cast<models::SeriesListModel *>(
            m_flow->find<QTreeView>("seriesList")->model());
    }
    /// Until the first row is of that metric.
    [[nodiscard]] bool typesAndFinds(const QString &words, const std::string &metric)
    {
        return m_flow->type("seriesSearch", words) && m_flow->waitFor([&] {
            return found().rowCount() > 0 && found().metricAt(0).name == metric;
        });
    }
    [[nodiscard]] bool isDrawn(std::size_t traces) const
    {
        return m_flow->waitFor(
            [&] { return chart().data().traces.size() == traces && chart().canvas().hasData(); });
    }

    test::RealService m_service{QStringLiteral(PULT_PULTD_PATH), {QStringLiteral("--demo")}};
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestExplore::initTestCase()
{
    QVERIFY(m_service.start());
    m_flow = std::make_unique<test::WindowFlow>();
    m_flow->show();
    m_flow->services().add({"art", "art-backend", m_service.url(), m_service.token()});
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    m_flow->press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(m_flow->find("seriesSearch"));
}

void TestExplore::typingFindsSeries()
{
    QVERIFY(m_flow->waitFor([&] { return found().rowCount() > 100; }));
    QVERIFY(typesAndFinds(QStringLiteral("JOBS finished image"), "pult_jobs_finished_total"));
    QVERIFY(m_flow->waitFor([&] {
        return m_flow->find<QLabel>("seriesAbout")->text().startsWith(QStringLiteral("Counter"));
    }));
}

void TestExplore::enterDrawsTheRateOfACounter()
{
    QVERIFY(typesAndFinds(QStringLiteral("finished image succeeded"), "pult_jobs_finished_total"));
    m_flow->press(Qt::Key_Return);
    QVERIFY(isDrawn(1));
    QCOMPARE(chart().title(), QStringLiteral("pult_jobs_finished_total, rate per second"));
    QCOMPARE(QString::fromStdString(chart().data().traces.front().name),
        QStringLiteral("rate pult_jobs_finished_total{kind=\"image\",outcome=\"succeeded\"}"));
}

void TestExplore::aWholeMetricIsSplitByALabel()
{
    QVERIFY(typesAndFinds(QStringLiteral("http_requests_total"), "pult_http_requests_total"));
    m_flow->press(Qt::Key_Return);
    QVERIFY(isDrawn(2));
    auto *scope = m_flow->find<QComboBox>("lineScope.1");
    QVERIFY(scope);
    scope->setCurrentText(QStringLiteral("Sum by route"));
    Q_EMIT scope->activated(scope->currentIndex());
    QVERIFY(m_flow->waitFor([&] { return chart().data().traces.size() > 4; }));
}

void TestExplore::aHistogramIsDrawnAsAQuantile()
{
    QVERIFY(typesAndFinds(
        QStringLiteral("request_duration bucket"), "pult_http_request_duration_seconds_bucket"));
    m_flow->press(Qt::Key_Return);
    QVERIFY(m_flow->waitFor([&] {
        return chart().data().traces.back().name == "p95 pult_http_request_duration_seconds_bucket";
    }));
    QVERIFY(m_flow->waitFor([&] { return chart().data().traces.back().latest > 0; }));
}

void TestExplore::theSameIsNotDrawnTwice()
{
    const auto before = chart().lines();
    m_flow->press(Qt::Key_Return);
    QCOMPARE(chart().lines(), before);
    QVERIFY(m_flow->click("removeLine.2"));
    QTRY_COMPARE(chart().lines().size(), before.size() - 1);
}

void TestExplore::aChartIsPinned()
{
    QVERIFY(m_flow->click("pinChart"));
    QVERIFY(m_flow->click("showDashboard"));
    QCOMPARE(m_flow->window().currentPage(), QStringLiteral("dashboard"));
    auto *pinned = m_flow->find<widgets::ChartView>("pinChart.0");
    QVERIFY(pinned);
    QCOMPARE(pinned->lines(), pins().front().lines);
    QVERIFY(m_flow->waitFor([&] { return pinned->canvas().hasData(); }));
}

void TestExplore::aPinnedChartIsRenamedAndBroughtBack()
{
    QVERIFY(m_flow->type("pinTitle.0", QStringLiteral("Work done")));
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(QString::fromStdString(pins().front().title), QStringLiteral("Work done"));
    m_flow->session().pins().pin("art", {"Gone", {{"no_such_series"}}});
    QVERIFY(m_flow->click("pinLater.0"));
    QTRY_COMPARE(QString::fromStdString(pins().back().title), QStringLiteral("Work done"));
    QVERIFY(m_flow->click("pinRemove.1"));
    QTRY_COMPARE(pins().size(), std::size_t(1));
    QVERIFY(m_flow->click("undoRemovePin"));
    QTRY_COMPARE(pins().size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(pins().back().title), QStringLiteral("Work done"));
}

void TestExplore::aSeriesThatIsNotThereIsSaid()
{
    QTRY_VERIFY(m_flow->find<QLabel>("pinNote.0"));
    QCOMPARE(m_flow->find<QLabel>("pinNote.0")->text(),
        QStringLiteral("no_such_series: No such series"));
    QVERIFY(!m_flow->find("pinNote.1"));
}

void TestExplore::clearingEmptiesTheChart()
{
    m_flow->press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(m_flow->click("clearLines"));
    QTRY_VERIFY(!chart().canvas().hasData());
    QVERIFY(chart().lines().empty());
}

} // namespace pult

QTEST_MAIN(pult::TestExplore)
#include "tst_explore.moc"
