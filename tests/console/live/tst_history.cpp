// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/history.h"

#include <cmath>

#include <QTemporaryDir>
#include <QTest>

namespace pult::live {

using std::chrono::seconds;

class HistoryTest : public QObject {
    Q_OBJECT

    static constexpr WallTime kStart{seconds(1'800'000'000)};

    static std::string metrics(int finished)
    {
        return R"(pult_jobs_finished_total{kind="image",outcome="succeeded"} )"
            + std::to_string(finished) + '\n' + R"(pult_queue_depth{kind="image"} 5)" + '\n'
            + R"(pult_pool_in_use{pool="store"} 1)" + '\n' + R"(pult_pool_capacity{pool="store"} 2)"
            + '\n';
    }

    static std::optional<double> latest(const Reading &reading, std::string_view signal)
    {
        ServiceState state;
        state.signals = reading.signals;
        return state.latest(signal);
    }

private Q_SLOTS:
    void tilesShowTheNewestAndTrendsTheLastMinute()
    {
        History history(Seconds(3));
        Result<Reading> reading = fail(ErrorCode::internal, "");
        for (int i = 0; i <= 90; ++i)
            reading = history.ingest(kStart + seconds(i), metrics(3 * i));
        QVERIFY(reading);
        QCOMPARE(latest(*reading, signal::kJobRate), std::optional(3.0));
        QCOMPARE(latest(*reading, signal::kQueued), std::optional(5.0));
        QCOMPARE(latest(*reading, signal::kStoreUse), std::optional(0.5));
        QVERIFY(!latest(*reading, "cpu"));
        QCOMPARE(reading->signals.find(signal::kJobRate)->second.trend.size(), 60U);
        QCOMPARE(reading->signals.find(signal::kJobRate)->second.trend.back(), 3.0);
        QVERIFY(reading->signals["cpu"].trend.empty());
    }

    void aChartHasEveryColumnAndForgetsTheLatestWhenStale()
    {
        History history(Seconds(3));
        for (int i = 0; i <= 10; ++i)
            QVERIFY(history.ingest(kStart + seconds(i), metrics(i)));
        const ChartQuery query{{"queued"}, kStart, kStart + seconds(20), 40};
        const ChartData fresh = history.chart(query, kStart + seconds(11));
        QCOMPARE(fresh.traces.size(), 1U);
        QCOMPARE(fresh.traces[0].columns.size(), 40U);
        QCOMPARE(fresh.traces[0].columns[9].high, 5.0);
        QVERIFY(std::isnan(fresh.traces[0].columns[39].high));
        QCOMPARE(fresh.traces[0].latest, 5.0);
        QVERIFY(std::isnan(history.chart(query, kStart + seconds(14)).traces[0].latest));
    }

    void aChartOfNothingIsEmpty()
    {
        const History history(Seconds(3));
        QVERIFY(
            history.chart({{"poolUse"}, kStart, kStart + seconds(9), 9}, kStart).traces.empty());
        QVERIFY(history.chart({{"poolUse"}, kStart, kStart, 0}, kStart).traces.empty());
    }

    void aFolderKeepsThePastForTheNextRun()
    {
        const QTemporaryDir directory;
        const std::filesystem::path folder = directory.path().toStdString() + "/one";
        History first(Seconds(3));
        const HistoryOpening opening = first.open(folder, {});
        QVERIFY(!opening.problem);
        QVERIFY(!opening.hasPast);
        for (int i = 0; i <= 10; ++i)
            QVERIFY(first.ingest(kStart + seconds(i), metrics(i)));
        History beside(Seconds(3));
        const auto problem = beside.open(folder, {}).problem;
        QVERIFY(problem);
        QVERIFY(problem->code == ErrorCode::conflict);
        QVERIFY(beside.ingest(kStart, metrics(0))->historyProblem);
        first.close();

        History next(Seconds(3));
        const HistoryOpening again = next.open(folder, {});
        QVERIFY(!again.problem);
        QVERIFY(again.hasPast);
        QCOMPARE(again.lost, 0U);
        const ChartQuery query{{"queued"}, kStart, kStart + seconds(20), 20};
        const ChartData data = next.chart(query, kStart + seconds(20));
        QCOMPARE(data.traces.size(), 1U);
        QCOMPARE(data.traces[0].columns[9].high, 5.0);
        QVERIFY(std::isnan(data.traces[0].columns[15].high));
        QVERIFY(std::isnan(data.traces[0].latest));
    }

    void aSecondOneTakesOverWhenTheFirstEnds()
    {
        const QTemporaryDir directory;
        const std::filesystem::path folder = directory.path().toStdString();
        History first(Seconds(3));
        QVERIFY(!first.open(folder, {}).problem);
        QVERIFY(first.ingest(kStart, metrics(1)));
        History second(Seconds(3));
        QVERIFY(second.open(folder, {}).problem);
        QVERIFY(first.ingest(kStart + seconds(1), metrics(2)));
        QVERIFY(second.ingest(kStart + seconds(1), metrics(2))->historyProblem);
        first.close();
        QVERIFY(!second.ingest(kStart + seconds(2), metrics(3))->historyProblem);
        const auto span = second.keptSpan();
        QVERIFY(span);
        QCOMPARE(span->oldest, kStart);
        second.close();

        History next(Seconds(3));
        QVERIFY(!next.open(folder, {}).problem);
        QCOMPARE(next.keptSpan()->newest, kStart + seconds(2));
    }

    void marksAreKeptForTheNextRun()
    {
        const QTemporaryDir directory;
        const std::filesystem::path folder = directory.path().toStdString();
        History first(Seconds(3));
        QVERIFY(first.open(folder, {}).marks.empty());
        first.keep({kStart, MarkKind::restart, "1.1"});
        first.keep({kStart + seconds(5), MarkKind::connection, "No answer"});
        first.close();
        first.keep({kStart + seconds(6), MarkKind::connection, "Too late"});

        History next(Seconds(3));
        const std::vector<Mark> marks = next.open(folder, {}).marks;
        QCOMPARE(marks.size(), 2U);
        QCOMPARE(marks[0].at, kStart);
        QVERIFY(marks[1].kind == MarkKind::connection);
        QCOMPARE(marks[1].text, std::string("No answer"));
    }

    void whatIsNotOursStaysAndIsSaid()
    {
        const QTemporaryDir directory;
        const QString name = directory.filePath(QStringLiteral("signals.journal"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("somebody's own notes") > 0);
        file.close();
        History history(Seconds(3));
        const auto problem = history.open(directory.path().toStdString(), {}).problem;
        QVERIFY(problem);
        QVERIFY(problem->code == ErrorCode::unsupported);
        QVERIFY(history.ingest(kStart, metrics(1))->historyProblem);
        QCOMPARE(QFileInfo(name).size(), 20);
    }

    void whatIsNotMetricsIsSaid()
    {
        History history(Seconds(3));
        const auto page = history.ingest(kStart, "<html>\n");
        QVERIFY(!page);
        QVERIFY(page.error().code == ErrorCode::corrupt);
        const auto partly = history.ingest(kStart + seconds(1), metrics(1) + "broken line\n");
        QVERIFY(partly);
        QVERIFY(partly->fault.starts_with("line 5, column 8"));
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::HistoryTest)
#include "tst_history.moc"
