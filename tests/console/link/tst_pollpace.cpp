// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/pollpace.h"

#include <algorithm>
#include <vector>

#include <QTest>

namespace pult::link {

using namespace std::chrono_literals;

class PollPaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void phasesLieApart_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 3, 10, 100, 1000})
            QTest::addRow("%d", count) << count;
    }

    /// The best that can be had is 1 ÷ count.
    void phasesLieApart()
    {
        QFETCH(int, count);
        PhaseDealer dealer;
        std::vector<double> phases;
        for (int i = 0; i < count; ++i)
            phases.push_back(dealer.next());
        std::sort(phases.begin(), phases.end());
        QVERIFY(phases.front() >= 0 && phases.back() < 1);
        phases.push_back(phases.front() + 1);
        for (std::size_t i = 1; i < phases.size(); ++i)
            QVERIFY(phases[i] - phases[i - 1] > 0.35 / count);
    }

    void theFirstMomentIsTheNextAtThePhase()
    {
        const PollPace pace(1000ms, 0.25);
        QCOMPARE(pace.untilFirst(at(7000ms)), 250ms);
        QCOMPARE(pace.untilFirst(at(7249ms)), 1ms);
        QCOMPARE(pace.untilFirst(at(7250ms)), 1000ms);
        QCOMPARE(pace.untilFirst(at(7251ms)), 999ms);
        QCOMPARE(pace.untilFirst(at(100ms)), 150ms);
    }

    void anEarlyOrLateTimerShiftsNothing()
    {
        const PollPace pace(1000ms, 0.25);
        QCOMPARE(pace.untilNext(at(7250ms)), 1000ms);
        QCOMPARE(pace.untilNext(at(7249ms)), 1001ms);
        QCOMPARE(pace.untilNext(at(7400ms)), 850ms);
        QCOMPARE(pace.untilNext(at(7800ms)), 1450ms);
    }

private:
    static SteadyTime at(std::chrono::milliseconds time) { return SteadyTime(time); }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::PollPaceTest)
#include "tst_pollpace.moc"
