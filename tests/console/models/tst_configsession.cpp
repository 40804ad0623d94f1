// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configsession.h"

#include <QSignalSpy>
#include <QtTest>

#include "support/pagesamples.h"

namespace pult::models {

using contract::Applies;
using contract::ConfigPatchReport;
using test::makeConfig;
using test::makeRevision;

class ConfigSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<test::FakeService>();
        test::prepare(*m_service);
        m_session = std::make_unique<ConfigSession>();
        m_session->setService(m_service.get());
        m_session->load();
        QTRY_VERIFY(m_session->isLoaded());
    }

    void loadsEverything()
    {
        QTRY_COMPARE(m_session->presets().size(), 1U);
        QCOMPARE(m_session->revision(), 3);
        QCOMPARE(m_session->history().rowCount(), 3);
        QCOMPARE(m_session->settings().rowCount(), 4);
    }

    void aCheckChangesNothing()
    {
        m_service->patches.answers(ConfigPatchReport{3, true, {change()}, {}});
        m_session->settings().setPending("workers.image", 8);
        QSignalSpy checked(m_session.get(), &ConfigSession::checked);
        m_session->check("why");
        QVERIFY(m_session->isBusy());
        QVERIFY(checked.wait());
        QCOMPARE(m_service->patches.last().mode, live::Service::PatchMode::dryRun);
        QCOMPARE(m_service->patches.last().ifRevision, 3);
        QCOMPARE(m_session->changes().rowCount(), 1);
    }

    void anAppliedChangeIsNoLongerPending()
    {
        m_service->patches.answers(ConfigPatchReport{4, false, {change()}, {}});
        m_service->configs.answers(makeConfig(4, 8));
        m_session->settings().setPending("workers.image", 8);
        QSignalSpy applied(m_session.get(), &ConfigSession::applied);
        m_session->apply("more load");
        QVERIFY(applied.wait());
        QCOMPARE(applied.front().at(1).toLongLong(), 3);
        QCOMPARE(m_service->patches.last().reason, "more load");
        QTRY_COMPARE(m_session->changes().rowCount(), 0);
        QCOMPARE(m_session->revision(), 4);
    }

    void aConflictKeepsTheEditsAndSaysWhoWasFaster()
    {
        m_service->patches.answers(fail(ErrorCode::stale, "Revision 4 is newer"));
        m_service->histories.answers(contract::ConfigHistory{
            {makeRevision(4, "eva", "workers.image", 2, 4), makeRevision(3, "me", "x.y", 1, 2)},
            {}});
        m_service->configs.answers(makeConfig(4, 4));
        m_session->settings().setPending("workers.image", 8);
        QSignalSpy conflicted(m_session.get(), &ConfigSession::conflicted);
        m_session->apply("");
        QVERIFY(conflicted.wait());
        const auto others =
            conflicted.front().front().value<std::vector<contract::ConfigRevision>>();
        QCOMPARE(others.size(), 1U);
        QCOMPARE(others.front().actor, "eva");
        QTRY_COMPARE(m_session->revision(), 4);
        QCOMPARE(m_session->settings().pending(),
            (std::vector<contract::SettingChange>{{"workers.image", 4, 8, Applies::live}}));
    }

    void anotherOnesChangeIsToldWhileEditsArePending()
    {
        m_session->settings().setPending("workers.text", 30);
        m_service->configs.answers(makeConfig(4, 4));
        QSignalSpy conflicted(m_session.get(), &ConfigSession::conflicted);
        Q_EMIT m_service->configChanged(makeRevision(4, "eva", "workers.image", 2, 4));
        QCOMPARE(conflicted.count(), 1);
        QTRY_COMPARE(m_session->revision(), 4);
    }

    void theOwnChangeIsNoConflict()
    {
        m_service->patches.answers(ConfigPatchReport{4, false, {change()}, {}});
        m_service->configs.answers(makeConfig(4, 8));
        m_session->settings().setPending("workers.image", 8);
        QSignalSpy conflicted(m_session.get(), &ConfigSession::conflicted);
        QSignalSpy applied(m_session.get(), &ConfigSession::applied);
        m_session->apply("");
        Q_EMIT m_service->configChanged(makeRevision(4, "me", "workers.image", 2, 8));
        QVERIFY(applied.wait());
        Q_EMIT m_service->configChanged(makeRevision(4, "me", "workers.image", 2, 8));
        QCOMPARE(conflicted.count(), 0);
        QVERIFY(m_session->effects().effectOf(4));
    }

    void aRefusalStandsAtTheSettings()
    {
        m_service->patches.answers(
            fail({{"/workers/image", "Must be at most 1000"}, {"", "Too much in all"}}));
        m_session->settings().setPending("workers.image", 999);
        QSignalSpy refused(m_session.get(), &ConfigSession::refused);
        m_session->apply("");
        QVERIFY(refused.wait());
        QCOMPARE(refused.front().front().value<Error>().fields.size(), 1U);
        QVERIFY(!m_session->settings().problemOf("workers.image").isEmpty());
        QCOMPARE(m_session->changes().rowCount(), 1);
    }

    void whatIsNotInForceYetIsAskedAgainWithEachTick()
    {
        contract::ConfigReport lagging = makeConfig(4, 8);
        lagging.applied = makeConfig(4, 2).values;
        m_service->configs.answers(lagging);
        m_session->load();
        QTRY_VERIFY(m_session->settings().isLagging());
        m_service->configs.answers(makeConfig(4, 8));
        m_service->setState(test::liveState());
        QTRY_VERIFY(!m_session->settings().isLagging());
    }

    void goingBackIsANewRevision()
    {
        m_service->rollbacks.answers(ConfigPatchReport{4, false, {change()}, {}});
        QSignalSpy applied(m_session.get(), &ConfigSession::applied);
        m_session->goBack(1, "Undo");
        QVERIFY(applied.wait());
        QCOMPARE(m_service->rollbacks.last().toRevision, 1);
        QCOMPARE(m_service->rollbacks.last().ifRevision, 3);
    }

    void adviceFillsTheEdits()
    {
        QSignalSpy advised(m_session.get(), &ConfigSession::advised);
        m_session->advise(50);
        QVERIFY(advised.wait());
        QCOMPARE(m_session->settings().pending().front().path, "http.workers");
    }

private:
    static contract::SettingChange change() { return {"workers.image", 2, 8, Applies::live}; }

    std::unique_ptr<test::FakeService> m_service;
    std::unique_ptr<ConfigSession> m_session; ///< Dies before its service.
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::ConfigSessionTest)
#include "tst_configsession.moc"
