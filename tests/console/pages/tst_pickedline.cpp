// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/pickedline.h"

#include <QtTest>

namespace pult::pages {

using telemetry::LineFold;
using telemetry::LineForm;
using telemetry::LineLabel;
using telemetry::MetricInfo;
using telemetry::MetricType;

class PickedLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeriesIsDrawnAlone()
    {
        const PickedLine picked = pickSeries(
            {"done_total", {{"kind", "image"}, {"outcome", "ok"}}}, {MetricType::counter, {}, {}});
        QCOMPARE(picked.line.form, LineForm::rate);
        QCOMPARE(picked.line.fold, LineFold::none);
        QVERIFY(
            (picked.line.labels == std::vector<LineLabel>{{"kind", "image"}, {"outcome", "ok"}}));
        QVERIFY((picked.labelNames == std::set<std::string>{"kind", "outcome"}));
        QVERIFY(!picked.isWhole);
    }

    void aFoldTakesAllOfTheMetricInAndAloneLeadsBack()
    {
        const PickedLine picked = pickSeries({"depth", {{"kind", "image"}}}, {});
        const auto folded = lineOf(picked, LineForm::value, 0.95, LineFold::max, "kind");
        QVERIFY(folded.labels.empty());
        QCOMPARE(folded.by, std::string("kind"));
        QVERIFY(lineOf(picked, LineForm::value, 0.95, LineFold::none, {}) == picked.line);
    }

    void aBucketIsDrawnAsTheQuantileOfItsHistogram()
    {
        const PickedLine picked =
            pickSeries({"wait_seconds_bucket", {{"kind", "text"}, {"le", "0.5"}}},
                {MetricType::histogram, {}, {}});
        QCOMPARE(picked.line.form, LineForm::quantile);
        QVERIFY((picked.line.labels == std::vector<LineLabel>{{"kind", "text"}}));
        const auto value = lineOf(picked, LineForm::value, 0.5, LineFold::none, {});
        QCOMPARE(value.labels.size(), 2U);
        QCOMPARE(value.part, telemetry::SeriesLine().part);
        QCOMPARE(lineOf(picked, LineForm::quantile, 0.5, LineFold::none, {}).part, 0.5);
    }

    void aMetricIsSummedByItsOnlyLabel_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("labels");
        QTest::addColumn<QString>("by");
        QTest::newRow("one label") << "depth"
                                   << "kind"
                                   << "kind";
        QTest::newRow("several") << "depth"
                                 << "kind state"
                                 << "";
        QTest::newRow("none") << "depth"
                              << ""
                              << "";
        QTest::newRow("bounds alone") << "wait_seconds_bucket"
                                      << "le"
                                      << "";
    }
    void aMetricIsSummedByItsOnlyLabel()
    {
        QFETCH(const QString, metric);
        QFETCH(const QString, labels);
        std::set<std::string> names;
        for (const QString &name : labels.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            names.insert(name.toStdString());
        const PickedLine picked = pickMetric(metric.toStdString(), {}, names);
        QVERIFY(picked.isWhole);
        QCOMPARE(picked.line.fold, LineFold::sum);
        QTEST(QString::fromStdString(picked.line.by), "by");
        QVERIFY(picked.line.labels.empty());
    }
};

} // namespace pult::pages

QTEST_APPLESS_MAIN(pult::pages::PickedLineTest)
#include "tst_pickedline.moc"
