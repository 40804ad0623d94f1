// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/tracetitles.h"

#include <set>

#include <QTest>

#include "console/widgets/theme.h"

namespace pult::widgets {

/// What is drawn of which series.
struct Drawn {
    telemetry::SeriesName name;
    telemetry::LineForm form = telemetry::LineForm::value;
};

class TestTraceTitles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownNamesAreForPeople();
    void onlyWhatDiffersIsSaid_data();
    void onlyWhatDiffersIsSaid();
    void noTwoTracesOfAChartLookAlike();
    void aLongTitleIsCutInTheMiddle();
};

namespace {

using telemetry::LineForm;
using telemetry::SeriesName;

live::ChartData chartOf(const std::vector<Drawn> &drawn)
{
    live::ChartData chart;
    for (const Drawn &each : drawn) {
        live::SeriesOfTrace series;
        series.line.metric = each.name.metric;
        series.line.form = each.form;
        series.name = each.name;
        chart.traces.push_back({toString(each.name), {}, 0, series});
    }
    return chart;
}

} // namespace

void TestTraceTitles::knownNamesAreForPeople()
{
    live::ChartData chart;
    chart.traces = {{"image", {}, 0}, {"pool x", {}, 0}};
    const std::vector<QString> titles = traceTitles(chart);
    QCOMPARE(titles[0], QStringLiteral("Image"));
    QCOMPARE(titles[1], QStringLiteral("pool x"));
}

void TestTraceTitles::onlyWhatDiffersIsSaid_data()
{
    QTest::addColumn<std::vector<Drawn>>("drawn");
    QTest::addColumn<QStringList>("titles");
    const SeriesName image500{"http_total", {{"code", "500"}, {"kind", "image"}}};
    const SeriesName image200{"http_total", {{"code", "200"}, {"kind", "image"}}};
    const SeriesName text200{"http_total", {{"code", "200"}, {"kind", "text"}}};
    const SeriesName plain{"up", {}};
    QTest::newRow("one series is its metric")
        << std::vector<Drawn>{{image500}} << QStringList{QStringLiteral("http_total")};
    QTest::newRow("one label: its values") << std::vector<Drawn>{
        {image500}, {image200}} << QStringList{QStringLiteral("500"), QStringLiteral("200")};
    QTest::newRow("two labels: with their names")
        << std::vector<Drawn>{{image500}, {text200}}
        << QStringList{QStringLiteral("code=500 kind=image"), QStringLiteral("code=200 kind=text")};
    QTest::newRow("two metrics: with their names")
        << std::vector<Drawn>{{plain}, {image500}}
        << QStringList{QStringLiteral("up"), QStringLiteral("http_total code=500 kind=image")};
    QTest::newRow("two forms of one series: what is drawn")
        << std::vector<Drawn>{{image500}, {image500, LineForm::rate}}
        << QStringList{QStringLiteral("http_total"), QStringLiteral("http_total rate")};
}

void TestTraceTitles::onlyWhatDiffersIsSaid()
{
    QFETCH(const std::vector<Drawn>, drawn);
    QFETCH(const QStringList, titles);
    const std::vector<QString> said = traceTitles(chartOf(drawn));
    QCOMPARE(QStringList(said.begin(), said.end()), titles);
}

void TestTraceTitles::noTwoTracesOfAChartLookAlike()
{
    const std::vector<live::Trace> alike{{"ab", {}}, {"ba", {}}, {"image", {}}};
    const std::vector<std::size_t> places = tracePlaces(alike);
    QCOMPARE(places.front(), tracePlace(QStringLiteral("ab")));
    QCOMPARE(std::set<std::size_t>(places.begin(), places.end()).size(), alike.size());
    const auto kinds = tracePlaces({{"cpu", {}}, {"http", {}}, {"store", {}}, {"store.readers", {}},
        {"upstream", {}}, {"workers.image", {}}, {"workers.text", {}}, {"workers.video", {}}});
    QCOMPARE(kinds.at(5), tracePlace(QStringLiteral("image")));
    QCOMPARE(kinds.at(6), tracePlace(QStringLiteral("text")));
    QCOMPARE(kinds.at(7), tracePlace(QStringLiteral("video")));
    QCOMPARE(std::set<std::size_t>(kinds.begin(), kinds.end()).size(), kinds.size());
    const std::vector<live::Trace> many(50, live::Trace{"ab", {}});
    QCOMPARE(tracePlaces(many).size(), many.size());
}

void TestTraceTitles::aLongTitleIsCutInTheMiddle()
{
    const QString title = traceTitles(chartOf({{{std::string(200, 'a') + 'z', {}}}})).front();
    QVERIFY(title.size() < 60);
    QVERIFY(title.endsWith(QLatin1Char('z')));
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestTraceTitles)
#include "tst_tracetitles.moc"
