// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/httpservicelist.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "console/live/makeservicelist.h"
#include "support/fakeopsservice.h"

namespace pult::live {

using test::FakeOpsService;
using test::FakeRequest;

class HttpServiceListTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    FakeOpsService m_fake;

    ServiceAddress address(const std::string &id) const
    {
        return {id, "Service " + id, m_fake.server.url(), {}};
    }
    static std::string order(const ServiceList &list)
    {
        std::string ids;
        for (int i = 0; i < list.count(); ++i)
            ids += list.at(i).address().id;
        return ids;
    }

private Q_SLOTS:
    void keepsTheUsersOrder_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("ids");
        QTest::newRow("down") << 0 << 2 << QStringLiteral("bcad");
        QTest::newRow("up") << 3 << 1 << QStringLiteral("adbc");
        QTest::newRow("nowhere") << 1 << 1 << QStringLiteral("abcd");
    }
    void keepsTheUsersOrder()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, ids);
        const auto list = makeServiceList(m_clock, {});
        for (const char *id : {"a", "b", "c", "d"})
            list->add(address(id));
        QSignalSpy moved(list.get(), &ServiceList::moved);
        list->move(from, to);
        QCOMPARE(QString::fromStdString(order(*list)), ids);
        QCOMPARE(moved.size(), from == to ? 0 : 1);
    }

    void saysWhatWasAddedEditedAndRemoved()
    {
        const auto list = makeServiceList(m_clock, {});
        QSignalSpy added(list.get(), &ServiceList::added);
        QSignalSpy edited(list.get(), &ServiceList::edited);
        QSignalSpy removed(list.get(), &ServiceList::removed);
        list->add(address("a"));
        Service &second = list->add(address("b"));
        QCOMPARE(added.back().at(0).toInt(), 1);
        QVERIFY(list->find("b") == &second);

        ServiceAddress renamed = address("b");
        renamed.name = "Other";
        list->edit(renamed);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(second.address().name, std::string("Other"));

        list->remove("a");
        QCOMPARE(removed.back().at(0).toInt(), 0);
        QCOMPARE(order(*list), std::string("b"));
        QVERIFY(!list->find("a"));
        list->remove("none");
        QCOMPARE(removed.size(), 1);
    }

    void aProbeTellsWhatItFoundWithoutAdding()
    {
        const auto list = makeServiceList(m_clock, {});
        std::optional<Result<contract::Health>> health;
        m_fake.health.status = contract::HealthStatus::fail;
        m_fake.server.on(QStringLiteral("/health"),
            [this](const FakeRequest &) { return FakeOpsService::json(m_fake.health, 503); });
        list->probe(address("x"), this, [&health](auto result) { health = std::move(result); });
        QTRY_VERIFY(health);
        QVERIFY2(*health, health->has_value() ? "" : health->error().detail.c_str());
        QVERIFY(**health == m_fake.health);
        QCOMPARE(list->count(), 0);
    }

    void keepsThePastOfEachServiceUntilThatIsRemoved()
    {
        const QTemporaryDir directory;
        const QDir folder(directory.filePath(QStringLiteral("history")));
        const auto files = [&folder] {
            int count = 0;
            QDirIterator all(folder.path(), QDir::Files, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                all.next();
                count += all.fileInfo().size() > 100 ? 1 : 0;
            }
            return count;
        };
        const auto list = makeServiceList(m_clock, {Seconds(0.1), folder.path().toStdString()});
        list->add(address("a"));
        list->add(address("../b"));
        QTRY_COMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
        QTRY_VERIFY(files() >= 4);
        list->remove("a");
        QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
        list->removeHistory("a");
        QTRY_COMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(QDir(directory.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void anotherAddressGoesOnInTheSameHistory()
    {
        const QTemporaryDir directory;
        const auto list = makeServiceList(m_clock, {Seconds(0.1), directory.path().toStdString()});
        Service &service = list->add(address("a"));
        QTRY_VERIFY(service.state().latest(signal::kQueued));
        FakeOpsService other;
        list->edit({"a", "A", other.server.url(), {}});
        QTRY_VERIFY(!service.state().latest(signal::kQueued));
        QTRY_VERIFY(service.state().latest(signal::kQueued));
        QVERIFY(!service.state().historyProblem);
    }

    void aSecondConsoleSaysThatItKeepsNothing()
    {
        const QTemporaryDir directory;
        const ServiceListOptions options{Seconds(0.1), directory.path().toStdString()};
        const auto first = makeServiceList(m_clock, options);
        const Service &ours = first->add(address("a"));
        QTRY_VERIFY(ours.state().latest(signal::kQueued));
        const auto second = makeServiceList(m_clock, options);
        const Service &theirs = second->add(address("a"));
        QTRY_VERIFY(theirs.state().historyProblem);
        QVERIFY(theirs.state().historyProblem->code == ErrorCode::conflict);
        QTRY_VERIFY(theirs.state().latest(signal::kQueued));
        QVERIFY(!ours.state().historyProblem);
    }

    void endsInTheMidstOfWork()
    {
        for (int i = 0; i < 20; ++i) {
            auto list = makeServiceList(m_clock, {Seconds(0.1)});
            Service &service = list->add(address("a"));
            service.jobs({}, this, [](const auto &) {});
            list->probe(address("b"), this, [](const auto &) {});
            QCoreApplication::processEvents();
            list.reset();
        }
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::HttpServiceListTest)
#include "tst_httpservicelist.moc"
