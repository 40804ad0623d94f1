// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/backoff.h"

#include <set>

#include <QTest>

namespace pult::link {

using namespace std::chrono_literals;

class BackoffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waitsAboutTwiceAsLongEachTimeUpToTheLimit()
    {
        Backoff backoff(500ms, 15s);
        Backoff::Length expected = 500ms;
        for (int i = 0; i < 10; ++i) {
            const auto wait = backoff.next();
            QVERIFY(wait >= std::max<Backoff::Length>(500ms, expected * 8 / 10));
            QVERIFY(wait <= std::min<Backoff::Length>(15s, expected * 12 / 10));
            expected = std::min<Backoff::Length>(expected * 2, 15s);
        }
        backoff.reset();
        QVERIFY(backoff.next() <= 600ms);
    }

    void manyConsolesDoNotComeBackTogether()
    {
        std::set<Backoff::Length> waits;
        for (int i = 0; i < 50; ++i) {
            Backoff backoff(500ms, 15s);
            std::ignore = backoff.next();
            waits.insert(backoff.next());
        }
        QVERIFY(waits.size() > 10);
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::BackoffTest)
#include "tst_backoff.moc"
