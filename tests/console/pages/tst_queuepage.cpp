// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/queuepage.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

#include "support/pagesamples.h"
#include "support/widgets.h"

namespace pult::pages {

using contract::JobState;
using contract::Kind;
using test::click;
using test::findWidget;
using test::makeJob;

class QueuePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<test::FakeService>();
        test::prepare(*m_service);
        m_page = std::make_unique<QueuePage>();
        m_page->setService(m_service.get());
        test::showPage(*m_page);
        QTRY_COMPARE(table().model()->rowCount(), 4);
    }
    void cleanup()
    {
        m_page.reset();
        m_service.reset();
    }

    void jobsComeAndChangeWhileOneIsSelected()
    {
        select("a red fox");
        const contract::Job newer = makeJob(Kind::image, JobState::queued, "newest", Seconds(0));
        Q_EMIT m_service->jobChanged(newer);
        QTRY_COMPARE(table().model()->rowCount(), 5);
        QCOMPARE(promptAt(0), QStringLiteral("newest"));
        QCOMPARE(promptAt(table().currentIndex().row()), QStringLiteral("a red fox"));
    }

    void whatIsInSightStaysInSight()
    {
        std::vector<contract::Job> many;
        for (int i = 0; i < 100; ++i)
            many.push_back(makeJob(Kind::text, JobState::queued, std::to_string(i), Seconds(i)));
        m_service->jobLists.answers(contract::JobPage{many, {}});
        Q_EMIT m_service->jobsMissed();
        QTRY_COMPARE(table().model()->rowCount(), 104);
        table().verticalScrollBar()->setValue(1000);
        const QString top = promptAt(table().indexAt({0, 0}).row());
        Q_EMIT m_service->jobChanged(makeJob(Kind::text, JobState::queued, "new", Seconds(-1)));
        QTRY_COMPARE(table().model()->rowCount(), 105);
        QCOMPARE(promptAt(table().indexAt({0, 0}).row()), top);
    }

    void typingFiltersAndAsksTheService()
    {
        QTest::keyClicks(findWidget<QLineEdit>(*m_page, "search"), QStringLiteral("fox"));
        QCOMPARE(table().model()->rowCount(), 1);
        QTRY_COMPARE(m_service->jobLists.last().text, "fox");
    }

    void theDetailTellsWhyAJobWaits()
    {
        contract::Job job = makeJob(Kind::image, JobState::queued, "waiting", Seconds(1));
        job.waiting_for = "all image slots are busy";
        job.eta_s = Seconds(6);
        Q_EMIT m_service->jobChanged(job);
        QTRY_COMPARE(table().model()->rowCount(), 5);
        select("waiting");
        QCOMPARE(labelText("reason"),
            QStringLiteral("Why it waits: all image slots are busy, starts in about 6\u00a0s"));
        QVERIFY(button("cancelJob").isEnabled());
        QVERIFY(!button("retryJob").isEnabled());
    }

    void theDetailShowsThePicture()
    {
        select("a red fox");
        QTRY_VERIFY(!findWidget<QLabel>(*m_page, "picture")->pixmap(Qt::ReturnByValue).isNull());
    }

    void aQueuedJobIsCancelledInPlace()
    {
        select("a blue whale");
        contract::Job cancelled = makeJob();
        m_service->cancels.computes([&](contract::JobId id) -> Result<contract::Job> {
            cancelled.id = id;
            cancelled.state = JobState::cancelled;
            return cancelled;
        });
        click(*m_page, "cancelJob");
        QVERIFY(!button("cancelJob").isEnabled());
        QTRY_COMPARE(labelText("outcome"), QStringLiteral("Cancelled."));
        QVERIFY(button("retryJob").isEnabled());
    }

    void aRefusedRetryIsExplainedInPlace()
    {
        select("a poem");
        m_service->retries.answers(fail(ErrorCode::unavailable, "The queue is full."));
        click(*m_page, "retryJob");
        QTRY_VERIFY(labelText("outcome").contains(QStringLiteral("The queue is full.")));
    }

    void aKindIsPausedAndResumed()
    {
        contract::KindQueue paused = test::makeQueue(Kind::image, 312, 20, 20);
        paused.paused = true;
        m_service->pauses.answers(paused);
        click(*m_page, "pause_image");
        QTRY_COMPARE(button("pause_image").text(), QStringLiteral("Resume"));
        QVERIFY(m_service->pauses.last().isPaused);
        paused.paused = false;
        m_service->pauses.answers(paused);
        click(*m_page, "pause_image");
        QTRY_COMPARE(button("pause_image").text(), QStringLiteral("Pause"));
    }

    void aPurgeAsksOnceWithItsNumber()
    {
        m_service->purges.answers(contract::PurgeReport{312});
        click(*m_page, "purge_image");
        auto *question = findWidget<QMessageBox>(*m_page, "purgeQuestion");
        QVERIFY(question);
        QCOMPARE(question->text(), QStringLiteral("Drop 312 queued image jobs?"));
        QCOMPARE(m_service->purges.asked().size(), 0U);
        click(*question, "confirm");
        QTRY_COMPARE(labelText("queueOutcome"), QStringLiteral("Dropped 312 queued image jobs."));
        QCOMPARE(m_service->purges.last().expected, 312);
    }

    void anEmptyQueueCantBePurged() { QVERIFY(!button("purge_text").isEnabled()); }

    void withoutJobsThereIsAWayToTheFirst()
    {
        test::FakeService fresh;
        test::prepare(fresh);
        fresh.jobLists.answers(contract::JobPage{});
        m_page->setService(&fresh);
        QSignalSpy wanted(m_page.get(), &Page::pageWanted);
        QTRY_VERIFY(button("submitTestJob").isVisible());
        click(*m_page, "submitTestJob");
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("test-jobs"));
        m_page->setService(m_service.get());
    }

    void oldDataSaySoAndOfferNoAction()
    {
        select("a blue whale");
        m_service->changeState([](live::ServiceState &state) {
            state.connection = live::Connection::stale;
            state.problem = Error{ErrorCode::io, "Connection refused", {}};
        });
        QVERIFY(findWidget<QWidget>(*m_page, "staleBanner")->isVisible());
        QVERIFY(!button("cancelJob").isEnabled());
        QVERIFY(!button("pause_image").isEnabled());
    }

    void aHiddenPageAsksNothing()
    {
        m_page->hide();
        const auto asked = m_service->jobLists.asked().size();
        Q_EMIT m_service->jobsMissed();
        QCOMPARE(m_service->jobLists.asked().size(), asked);
    }

private:
    QTableView &table() { return *findWidget<QTableView>(*m_page, "jobTable"); }
    QAbstractButton &button(const char *name)
    {
        return *findWidget<QAbstractButton>(*m_page, name);
    }
    QString labelText(const char *name) { return findWidget<QLabel>(*m_page, name)->text(); }
    QString promptAt(int row)
    {
        return table().model()->index(row, models::JobModel::prompt).data().toString();
    }
    void select(const char *prompt)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (promptAt(row) == QLatin1String(prompt))
                test::clickCell(table(), table().model()->index(row, models::JobModel::prompt));
        }
        QCOMPARE(promptAt(table().currentIndex().row()), QLatin1String(prompt));
    }

    std::unique_ptr<test::FakeService> m_service;
    std::unique_ptr<QueuePage> m_page;
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::QueuePageTest)
#include "tst_queuepage.moc"
