// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/serieslistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace pult::models {

class TestSeriesListModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMetricOfSeveralSeriesHasARowAboveThem();
    void rowsStayWhenOnlyValuesChange();
    void otherSeriesAreOtherRows();
};

namespace {

telemetry::FoundMetrics found(double value)
{
    telemetry::FoundMetric jobs{"jobs", {}, 2, {}};
    jobs.listed.push_back({{"jobs", {{"kind", "image"}}}, value});
    jobs.listed.push_back({{"jobs", {{"kind", "text"}}}, 7});
    telemetry::FoundMetric heap{"heap_bytes", {}, 1, {}};
    heap.listed.push_back({{"heap_bytes", {}}, 2048});
    return {{jobs, heap}, 3, 3};
}

QStringList rows(const SeriesListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, SeriesListModel::name).data().toString() + QLatin1Char('|')
                + model.index(row, SeriesListModel::latest).data().toString();
    return rows;
}

} // namespace

void TestSeriesListModel::aMetricOfSeveralSeriesHasARowAboveThem()
{
    SeriesListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFound(found(5));
    QCOMPARE(rows(model),
        QStringList({QStringLiteral("jobs|2 series"), QStringLiteral("    {kind=\"image\"}|5"),
            QStringLiteral("    {kind=\"text\"}|7"), QStringLiteral("heap_bytes|2\u00A0KiB")}));
    QVERIFY(!model.seriesAt(0));
    QCOMPARE(model.metricAt(2).name, std::string("jobs"));
    QCOMPARE(model.seriesAt(3)->latest, 2048.0);
}

void TestSeriesListModel::rowsStayWhenOnlyValuesChange()
{
    SeriesListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFound(found(5));
    const QPersistentModelIndex image = model.index(1, SeriesListModel::latest);
    const QSignalSpy resets(&model, &SeriesListModel::modelReset);
    model.setFound(found(6));
    QVERIFY(resets.isEmpty());
    QCOMPARE(image.data().toString(), QStringLiteral("6"));
}

void TestSeriesListModel::otherSeriesAreOtherRows()
{
    SeriesListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFound(found(5));
    telemetry::FoundMetrics fewer = found(5);
    fewer.metrics.pop_back();
    model.setFound(fewer);
    QCOMPARE(model.rowCount(), 3);
}

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::TestSeriesListModel)
#include "tst_serieslistmodel.moc"
