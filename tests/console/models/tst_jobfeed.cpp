// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/jobfeed.h"

#include <QSignalSpy>
#include <QtTest>

#include "support/pagesamples.h"

namespace pult::models {

using test::makeJob;

class JobFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsWhenStarted()
    {
        m_feed.setService(&m_service);
        QCOMPARE(m_service.jobLists.asked().size(), 0U);
        m_feed.start();
        QTRY_COMPARE(m_jobs.rowCount(), 4);
    }

    void changesComeInBatches()
    {
        start();
        QSignalSpy inserted(&m_jobs, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 50; ++i)
            Q_EMIT m_service.jobChanged(makeJob());
        QTRY_COMPARE(m_jobs.rowCount(), 54);
        QCOMPARE(inserted.count(), 1);
    }

    void anOlderPageDoesNotUndoANewerChange()
    {
        const contract::Job fox = makeJob();
        m_service.jobLists.answers(contract::JobPage{{fox}, {}});
        m_service.jobLists.hold();
        m_feed.setService(&m_service);
        m_feed.start();
        Q_EMIT m_service.jobChanged(test::startedJob(fox, Seconds(1)));
        QSignalSpy loaded(&m_feed, &JobFeed::loaded);
        m_service.jobLists.release();
        QVERIFY(loaded.wait());
        QCOMPARE(m_jobs.find(fox.id)->state, contract::JobState::running);
    }

    void lostEventsLoadAgain()
    {
        start();
        Q_EMIT m_service.jobsMissed();
        QCOMPARE(m_service.jobLists.asked().size(), 2U);
    }

    void olderPagesFollowTheCursorOneAtATime()
    {
        m_service.jobLists.answers(contract::JobPage{{makeJob()}, "next"});
        start();
        m_feed.loadOlder();
        m_feed.loadOlder();
        QCOMPARE(m_service.jobLists.asked().size(), 2U);
        QCOMPARE(m_service.jobLists.last().cursor, "next");
    }

    void theLastPageHasNoOlder()
    {
        start();
        m_feed.loadOlder();
        QCOMPARE(m_service.jobLists.asked().size(), 1U);
    }

    void aNewQueryReplacesTheAnswerToTheOld()
    {
        m_service.jobLists.computes([](const live::JobQuery &query) -> Result<contract::JobPage> {
            return contract::JobPage{{makeJob(contract::Kind::image, {}, query.text)}, {}};
        });
        start();
        live::JobQuery query;
        query.text = "one";
        m_feed.setQuery(query);
        query.text = "two";
        m_feed.setQuery(query);
        QTRY_COMPARE(m_jobs.rowCount(), 2);
        QCOMPARE(m_jobs.jobAt(1).prompt, "two");
    }

    void stoppedItHearsNothing()
    {
        start();
        m_feed.stop();
        Q_EMIT m_service.jobChanged(makeJob());
        Q_EMIT m_service.jobsMissed();
        QCOMPARE(m_service.jobLists.asked().size(), 1U);
        m_feed.start();
        QTRY_VERIFY(!m_feed.isLoading());
        QCOMPARE(m_jobs.rowCount(), 4);
    }

    void anotherServiceStartsEmpty()
    {
        start();
        test::FakeService other;
        m_feed.setService(&other);
        QCOMPARE(m_jobs.rowCount(), 0);
        m_feed.setService(nullptr);
    }

    void aFailureIsTold()
    {
        m_service.jobLists.answers(fail(ErrorCode::io, "no"));
        QSignalSpy failed(&m_feed, &JobFeed::failed);
        m_feed.setService(&m_service);
        m_feed.start();
        QVERIFY(failed.wait());
        QVERIFY(!m_feed.isLoaded());
    }

    void init()
    {
        m_feed.stop();
        m_feed.setService(nullptr);
        m_service.jobLists = {};
        test::prepare(m_service);
    }

private:
    void start()
    {
        m_feed.setService(&m_service);
        m_feed.start();
        QTRY_VERIFY(m_feed.isLoaded());
    }

    test::FakeService m_service;
    JobModel m_jobs;
    JobFeed m_feed{m_jobs};
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::JobFeedTest)
#include "tst_jobfeed.moc"
