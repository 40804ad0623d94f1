// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/marklog.h"

#include <QTest>

namespace pult::live {

using std::chrono::seconds;

class MarkLogTest : public QObject {
    Q_OBJECT

    static contract::ConfigRevision revision(std::int64_t number, int at)
    {
        return {number, WallTime(seconds(at)), "anna", "", {{"workers.image", 2, 8}}};
    }

private Q_SLOTS:
    void aRevisionSaysWhatItChanged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << QStringLiteral("workers.image 2 → 8") << 1;
        QTest::newRow("two") << QStringLiteral("workers.image 2 → 8, log.level info → debug") << 2;
        QTest::newRow("more than fit")
            << QStringLiteral("workers.image 2 → 8, log.level info → debug, "
                              "rate_limits.submit_per_s 5 → 7.5, +1")
            << 4;
    }
    void aRevisionSaysWhatItChanged()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        std::vector<contract::SettingChange> changes{{"workers.image", 2, 8},
            {"log.level", "info", "debug"}, {"rate_limits.submit_per_s", 5.0, 7.5},
            {"rate_limits.enabled", true, false}};
        changes.resize(static_cast<std::size_t>(count));
        QCOMPARE(QString::fromStdString(textOf(changes)), text);
    }

    void eachRevisionIsMarkedOnce()
    {
        MarkLog log;
        log.add(revision(2, 100));
        log.add(revision(2, 100));
        log.add(contract::ConfigRevision{1, WallTime(seconds(50)), "start", "", {}});
        const auto marks = log.between(WallTime(seconds(0)), WallTime(seconds(200)));
        QCOMPARE(marks.size(), 1U);
        QCOMPARE(marks[0].revision, 2);
        log.forgetRevisions();
        QVERIFY(log.between(WallTime(seconds(0)), WallTime(seconds(200))).empty());
        log.add(revision(2, 100));
        QCOMPARE(log.between(WallTime(seconds(0)), WallTime(seconds(200))).size(), 1U);
    }

    void marksAreInOrderAndWithinTheRange()
    {
        MarkLog log;
        for (const int at : {30, 10, 40, 20})
            log.add({WallTime(seconds(at)), MarkKind::restart, std::to_string(at)});
        const auto marks = log.between(WallTime(seconds(20)), WallTime(seconds(30)));
        QCOMPARE(marks.size(), 2U);
        QCOMPARE(marks[0].text, std::string("20"));
        QCOMPARE(marks[1].text, std::string("30"));
    }

    void theOldestGiveWay()
    {
        MarkLog log;
        for (int i = 0; i < 1100; ++i)
            log.add({WallTime(seconds(i)), MarkKind::restart, ""});
        const auto marks = log.between(WallTime(seconds(0)), WallTime(seconds(2000)));
        QCOMPARE(marks.size(), MarkLog::kCapacity);
        QVERIFY(marks.front().at == WallTime(seconds(100)));
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::MarkLogTest)
#include "tst_marklog.moc"
