// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListView>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include "support/windowflow.h"

namespace pult {

/// Somebody arranges the services. Dragging needs a display that knows how.
class TestSidebar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void draggingReordersTheServices();
};

/// Each move has a timer of its own, as dragging runs an event loop within one of them.
void TestSidebar::draggingReordersTheServices()
{
    test::WindowFlow flow;
    for (const char *id : {"a", "b", "c"})
        flow.services().add({id, id, QUrl(QStringLiteral("http://127.0.0.1:1")), {}});
    flow.show();
    const auto *view = flow.find<QListView>("services");
    QWindow *window = flow.window().windowHandle();
    const auto pointIn = [&](int row, int below) {
        const QRect rect = view->visualRect(view->model()->index(row, 0));
        return view->viewport()->mapTo(&flow.window(), QPoint(rect.center().x(), rect.y() + below));
    };
    const QPoint from = pointIn(2, 20);
    const QPoint to = pointIn(0, 1);
    constexpr int kSteps = 6;
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    for (int step = 1; step <= kSteps; ++step)
        QTimer::singleShot(
            step * 10, this, [=] { QTest::mouseMove(window, from + (to - from) * step / kSteps); });
    QTimer::singleShot(
        (kSteps + 1) * 10, this, [=] { QTest::mouseRelease(window, Qt::LeftButton, {}, to); });
    QTRY_COMPARE(flow.services().at(0).address().id, std::string("c"));
    QCOMPARE(flow.services().at(1).address().id, std::string("a"));
    QTRY_COMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("c"));
}

} // namespace pult

QTEST_MAIN(pult::TestSidebar)
#include "tst_sidebar.moc"
