// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include "console/models/jobfiltermodel.h"
#include "support/pagesamples.h"

namespace pult::models {

using contract::JobState;
using contract::Kind;
using test::kNow;
using test::makeJob;

class JobModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKnownJobKeepsItsRow()
    {
        JobModel jobs;
        const QAbstractItemModelTester tester(&jobs);
        contract::Job fox = makeJob();
        jobs.merge({fox, makeJob(Kind::text)});
        QSignalSpy inserted(&jobs, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&jobs, &QAbstractItemModel::dataChanged);
        jobs.merge({test::startedJob(fox, Seconds(2)), makeJob(Kind::video)});
        QCOMPARE(jobs.rowCount(), 3);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(*jobs.rowOf(fox.id), 0);
        QCOMPARE(jobs.find(fox.id)->state, JobState::running);
    }

    void aJobThatComesTwiceInOneBatchIsOneRow()
    {
        JobModel jobs;
        const contract::Job fox = makeJob();
        jobs.merge({fox, test::startedJob(fox, Seconds(2))});
        QCOMPARE(jobs.rowCount(), 1);
        QCOMPARE(jobs.jobAt(0).state, JobState::running);
    }

    void whatDidNotChangeIsNotAnnounced()
    {
        JobModel jobs;
        const contract::Job fox = makeJob();
        jobs.merge({fox});
        QSignalSpy changed(&jobs, &QAbstractItemModel::dataChanged);
        jobs.merge({fox});
        QCOMPARE(changed.count(), 0);
    }

    void aboveTheCapacityTheOldestGo()
    {
        JobModel jobs(3);
        const QAbstractItemModelTester tester(&jobs);
        const contract::Job first = makeJob();
        jobs.merge({first, makeJob(), makeJob()});
        const contract::Job last = makeJob();
        jobs.merge({last});
        QCOMPARE(jobs.rowCount(), 3);
        QVERIFY(!jobs.find(first.id));
        QCOMPARE(*jobs.rowOf(last.id), 2);
    }

    void moreThanTheCapacityAtOnceKeepsTheLast()
    {
        JobModel jobs(2);
        const contract::Job last = makeJob();
        jobs.merge({makeJob(), makeJob(), last});
        QCOMPARE(jobs.rowCount(), 2);
        QVERIFY(jobs.find(last.id));
    }

    void timesOfJobsUnderWayRunWithTheClock()
    {
        JobModel jobs;
        jobs.setNow(kNow);
        const contract::Job waiting = makeJob(Kind::image, JobState::queued, "a", Seconds(10));
        const contract::Job running =
            test::startedJob(makeJob(Kind::image, {}, "b", Seconds(10)), Seconds(4));
        QCOMPARE(jobs.waitOf(waiting), std::optional(Seconds(10)));
        QCOMPARE(jobs.runOf(waiting), std::nullopt);
        QCOMPARE(jobs.waitOf(running), std::optional(Seconds(4)));
        QCOMPARE(jobs.runOf(running), std::optional(Seconds(6)));
    }

    void theNewestComesFirst()
    {
        JobModel jobs;
        JobFilterModel filtered(jobs);
        const QAbstractItemModelTester tester(&filtered);
        jobs.merge({makeJob(Kind::image, {}, "old", Seconds(60)),
            makeJob(Kind::image, {}, "new", Seconds(1)),
            makeJob(Kind::image, {}, "older", Seconds(90))});
        QCOMPARE(promptsOf(filtered), "new old older");
    }

    void filtersNarrowTogether()
    {
        JobModel jobs;
        JobFilterModel filtered(jobs);
        jobs.merge({makeJob(Kind::image, JobState::queued, "Red fox"),
            makeJob(Kind::image, JobState::failed, "red cat"),
            makeJob(Kind::text, JobState::failed, "red poem")});
        filtered.setText(QStringLiteral(" RED "));
        QCOMPARE(filtered.rowCount(), 3);
        filtered.setState(JobState::failed);
        filtered.setKind(Kind::text);
        QCOMPARE(promptsOf(filtered), "red poem");
        QVERIFY(filtered.isFiltering());
    }

    void aJobIsFoundByItsId()
    {
        JobModel jobs;
        JobFilterModel filtered(jobs);
        jobs.merge({makeJob(), makeJob()});
        filtered.setText(QString::fromStdString(toString(jobs.jobAt(1).id)));
        QCOMPARE(filtered.rowCount(), 1);
    }

    void aJobThatStopsMatchingLeaves()
    {
        JobModel jobs;
        JobFilterModel filtered(jobs);
        const QAbstractItemModelTester tester(&filtered);
        filtered.setState(JobState::queued);
        const contract::Job fox = makeJob();
        jobs.merge({fox});
        QCOMPARE(filtered.rowCount(), 1);
        jobs.merge({test::startedJob(fox, Seconds(1))});
        QCOMPARE(filtered.rowCount(), 0);
    }

    /// The bound is generous, for slow machines: here it takes a few milliseconds.
    void aHundredThousandRowsDoNotLag()
    {
        JobModel jobs;
        JobFilterModel filtered(jobs);
        std::vector<contract::Job> many(JobModel::kCapacity, makeJob());
        for (contract::Job &job : many)
            job.id = contract::JobId::make(kNow);
        jobs.merge(many);
        QCOMPARE(filtered.rowCount(), static_cast<int>(JobModel::kCapacity));
        QElapsedTimer timer;
        timer.start();
        for (std::size_t i = 0; i < 100; ++i)
            jobs.merge({test::startedJob(many[i * 900], Seconds(1)), makeJob()});
        const double perTick = static_cast<double>(timer.elapsed()) / 100;
        QVERIFY2(perTick < 100, qPrintable(QString::number(perTick)));
        QCOMPARE(filtered.rowCount(), static_cast<int>(JobModel::kCapacity));
    }

private:
    static QByteArray promptsOf(const JobFilterModel &filtered)
    {
        QStringList prompts;
        for (int row = 0; row < filtered.rowCount(); ++row)
            prompts << filtered.index(row, JobModel::prompt).data().toString();
        return prompts.join(QLatin1Char(' ')).toUtf8();
    }
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::JobModelTest)
#include "tst_jobmodel.moc"
