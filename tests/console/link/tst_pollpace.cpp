// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/pollpace.h"

#include <algorithm>
#include <map>

#include <QTest>

namespace pult::link {

using namespace std::chrono_literals;

class PollPaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fewLinksShareAPlaceAndManyAreSpread()
    {
        PhaseDealer dealer;
        std::map<double, int> dealt;
        int links = 0;
        for (const int wanted : {10, 100, 200}) {
            for (; links < wanted; ++links)
                ++dealt[dealer.next()];
            QCOMPARE(dealt.size(), std::size_t(std::min(links / 10, 10)));
            for (const auto &[phase, count] : dealt) {
                QVERIFY(phase >= 0 && phase < 1);
                QCOMPARE(count, links / int(dealt.size()));
            }
        }
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
