// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/queuemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "support/pagesamples.h"

namespace pult::models {

using contract::Kind;
using test::makeQueue;

class QueueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newFiguresChangeRowsAndResetNothing()
    {
        QueueModel queues;
        const QAbstractItemModelTester tester(&queues);
        queues.setKinds({makeQueue(Kind::text, 0, 1, 2), makeQueue(Kind::image, 5, 2, 2)});
        QSignalSpy resets(&queues, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&queues, &QAbstractItemModel::dataChanged);
        queues.setKinds({makeQueue(Kind::text, 0, 1, 2), makeQueue(Kind::image, 4, 2, 8)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(textAt(queues, 1, QueueModel::depth), QStringLiteral("4"));
        QCOMPARE(textAt(queues, 1, QueueModel::running), QStringLiteral("2 / 8"));
    }

    void anEmptyQueueHasNoWaitAndNoEnd()
    {
        QueueModel queues;
        queues.setKinds({makeQueue(Kind::text, 0, 0, 2)});
        QCOMPARE(textAt(queues, 0, QueueModel::oldestWait), QStringLiteral("–"));
        QCOMPARE(textAt(queues, 0, QueueModel::eta), QStringLiteral("–"));
    }

    void aQueueThatNeverEmptiesSaysSo()
    {
        QueueModel queues;
        contract::KindQueue queue = makeQueue(Kind::image, 5, 2, 2);
        queue.eta_s.reset();
        queues.setKinds({queue});
        QCOMPARE(textAt(queues, 0, QueueModel::eta), QStringLiteral("never, at this rate"));
        queue.paused = true;
        queues.merge(queue);
        QCOMPARE(textAt(queues, 0, QueueModel::eta), QStringLiteral("paused"));
    }

private:
    static QString textAt(const QueueModel &queues, int row, int column)
    {
        return queues.index(row, column).data().toString();
    }
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::QueueModelTest)
#include "tst_queuemodel.moc"
