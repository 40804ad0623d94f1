// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/historymodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "support/pagesamples.h"

namespace pult::models {

class HistoryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewRevisionComesOnTopOnce()
    {
        HistoryModel history;
        const QAbstractItemModelTester tester(&history);
        history.setRevisions({revision(2), revision(1)});
        history.add(revision(3));
        history.add(revision(3));
        QCOMPARE(history.rowCount(), 3);
        QCOMPARE(history.revisionAt(0).revision, 3);
        QCOMPARE(text(history, 0, HistoryModel::changes), QStringLiteral("workers.image 2 → 8"));
    }

    void anEffectThatWasNotSeenIsUnknown()
    {
        HistoryModel history;
        history.setRevisions({revision(2)});
        QCOMPARE(text(history, 0, HistoryModel::effect), QStringLiteral("–"));
    }

    void theEffectIsMeasuredOverTheMinutesBeforeAndAfter()
    {
        EffectMeter meter;
        live::ServiceState state = stateOf(12, 40);
        meter.begin(5, state);
        state = stateOf(12, 30);
        state.dataAt = test::kNow + std::chrono::seconds(26);
        QCOMPARE(meter.observe(state), std::optional<std::int64_t>(5));
        QCOMPARE(effectText(*meter.effectOf(5)), QStringLiteral("measuring… 34\u00a0s"));
        state = stateOf(24, 0);
        state.dataAt = test::kNow + std::chrono::seconds(60);
        meter.observe(state);
        QCOMPARE(effectText(*meter.effectOf(5)), QStringLiteral("12\u00a0/s → 24\u00a0/s"));
        QCOMPARE(meter.effectOf(5)->before.queued, std::optional(40.0));
        QVERIFY(!meter.observe(state));
    }

    void aSecondChangeCutsTheFirstShort()
    {
        EffectMeter meter;
        meter.begin(5, stateOf(12, 40));
        live::ServiceState state = stateOf(20, 30);
        state.dataAt = test::kNow + std::chrono::seconds(20);
        meter.begin(6, state);
        QCOMPARE(meter.effectOf(5)->after->seconds, 20);
        QCOMPARE(effectText(*meter.effectOf(5)),
            QStringLiteral("12\u00a0/s → 20\u00a0/s (over 20\u00a0s)"));
        QCOMPARE(meter.effectOf(6)->before.seconds, 20);
        QVERIFY(!meter.effectOf(6)->after);
    }

    void valuesThatAverageOverTheChangeDoNotCount()
    {
        EffectMeter meter;
        meter.begin(5, stateOf(12, 40));
        live::ServiceState state = stateOf(20, 30);
        state.dataAt = test::kNow + std::chrono::seconds(10);
        meter.begin(6, state);
        QCOMPARE(meter.effectOf(5)->after->throughput, std::nullopt);
        QCOMPARE(meter.effectOf(5)->after->p95, std::nullopt);
        QCOMPARE(meter.effectOf(5)->after->queued, std::optional(30.0));
    }

    void gapsDoNotCount()
    {
        live::ServiceState state = stateOf(12, 40);
        std::fill_n(
            state.signals[std::string(live::signal::kJobRate)].trend.begin(), 50, std::nan(""));
        EffectMeter meter;
        meter.begin(5, state);
        QCOMPARE(meter.effectOf(5)->before.throughput, std::optional(12.0));
    }

private:
    static contract::ConfigRevision revision(std::int64_t number)
    {
        return test::makeRevision(number, "admin", "workers.image", 2, 8);
    }
    static live::ServiceState stateOf(double throughput, double queued)
    {
        live::ServiceState state = test::liveState();
        state.signals[std::string(live::signal::kJobRate)].trend.assign(60, throughput);
        state.signals[std::string(live::signal::kResponse)].trend.assign(60, 0.1);
        state.signals[std::string(live::signal::kQueued)].trend.assign(60, queued);
        state.signals[std::string(live::signal::kRunning)].trend.assign(60, 2);
        return state;
    }
    static QString text(const HistoryModel &history, int row, int column)
    {
        return history.index(row, column).data().toString();
    }
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::HistoryModelTest)
#include "tst_historymodel.moc"
