// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/seriestext.h"

#include <QTest>

namespace pult::models {

using telemetry::LineForm;
using telemetry::MetricInfo;
using telemetry::MetricType;
using telemetry::SeriesLine;

class TestSeriesText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameSaysItsUnit_data();
    void aNameSaysItsUnit();
    void linesOfSeveralUnitsHaveNone();
    void whatOneExpectsOfAMetricIsDrawn_data();
    void whatOneExpectsOfAMetricIsDrawn();
    void aMetricIsDescribedByTypeAndUnit();
    void aChartIsNamedByItsLines();
};

namespace {

SeriesLine lineOf(const char *metric, LineForm form = LineForm::value)
{
    SeriesLine line;
    line.metric = metric;
    line.form = form;
    return line;
}

MetricInfo infoOf(MetricType type, const char *unit = "")
{
    MetricInfo info;
    info.type = type;
    info.unit = unit;
    return info;
}

} // namespace

void TestSeriesText::aNameSaysItsUnit_data()
{
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<LineForm>("form");
    QTest::addColumn<Unit>("unit");
    const auto row = [](const char *metric, LineForm form, Unit unit) {
        QTest::addRow("%s, %d", metric, int(form)) << QByteArray(metric) << form << unit;
    };
    row("jobs", LineForm::value, Unit::count);
    row("jobs_total", LineForm::rate, Unit::perSecond);
    row("wait_seconds", LineForm::value, Unit::seconds);
    row("cpu_seconds_total", LineForm::rate, Unit::ratio);
    row("heap_bytes", LineForm::value, Unit::bytes);
    row("received_bytes_total", LineForm::rate, Unit::bytesPerSecond);
    row("cache_hit_ratio", LineForm::value, Unit::ratio);
    row("request_seconds_bucket", LineForm::value, Unit::count);
    row("request_seconds_bucket", LineForm::quantile, Unit::seconds);
    row("response_time_seconds_sum", LineForm::value, Unit::seconds);
    row("process_start_time_seconds", LineForm::value, Unit::moment);
    row("node_boot_time_seconds", LineForm::value, Unit::moment);
    row("node_time_seconds", LineForm::value, Unit::moment);
    row("backup_timestamp_seconds", LineForm::value, Unit::moment);
    row("jobs_created", LineForm::value, Unit::moment);
    row("node_time_seconds", LineForm::increase, Unit::count);
}

void TestSeriesText::aNameSaysItsUnit()
{
    QFETCH(QByteArray, metric);
    QFETCH(LineForm, form);
    QTEST(unitOf(lineOf(metric.constData(), form)), "unit");
}

void TestSeriesText::linesOfSeveralUnitsHaveNone()
{
    QCOMPARE(unitOf({lineOf("a_bytes"), lineOf("b_bytes")}), Unit::bytes);
    QCOMPARE(unitOf({lineOf("a_bytes"), lineOf("b_seconds")}), Unit::count);
    QCOMPARE(unitOf(std::vector<SeriesLine>{}), Unit::count);
}

void TestSeriesText::whatOneExpectsOfAMetricIsDrawn_data()
{
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<MetricType>("type");
    QTest::addColumn<LineForm>("form");
    const auto row = [](const char *metric, MetricType type, LineForm form) {
        QTest::addRow("%s, %d", metric, int(type)) << QByteArray(metric) << type << form;
    };
    row("requests_total", MetricType::counter, LineForm::rate);
    row("requests_total", MetricType::unknown, LineForm::rate);
    row("requests_created", MetricType::counter, LineForm::value);
    row("depth", MetricType::gauge, LineForm::value);
    row("depth", MetricType::unknown, LineForm::value);
    row("wait_seconds_bucket", MetricType::histogram, LineForm::quantile);
    row("wait_seconds_count", MetricType::summary, LineForm::rate);
    row("wait_seconds", MetricType::summary, LineForm::value);
}

void TestSeriesText::whatOneExpectsOfAMetricIsDrawn()
{
    QFETCH(QByteArray, metric);
    QFETCH(MetricType, type);
    QTEST(usualForm(metric.toStdString(), infoOf(type)), "form");
}

void TestSeriesText::aMetricIsDescribedByTypeAndUnit()
{
    QCOMPARE(metricText(infoOf(MetricType::gauge)), QStringLiteral("Gauge"));
    QCOMPARE(
        metricText(infoOf(MetricType::counter, "seconds")), QStringLiteral("Counter, in seconds"));
    QVERIFY(metricText({}).isEmpty());
}

void TestSeriesText::aChartIsNamedByItsLines()
{
    QVERIFY(chartTitle({}).isEmpty());
    QCOMPARE(chartTitle({lineOf("depth")}), QStringLiteral("depth"));
    QCOMPARE(chartTitle({lineOf("jobs_total", LineForm::rate)}),
        QStringLiteral("jobs_total, rate per second"));
    QCOMPARE(chartTitle({lineOf("jobs_total", LineForm::rate), lineOf("jobs_total")}),
        QStringLiteral("jobs_total"));
}

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::TestSeriesText)
#include "tst_seriestext.moc"
