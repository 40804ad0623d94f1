// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/serviceview.h"

#include <set>

#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTest>

namespace pult::shell {

/// Tells which rows were painted.
class NotingDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        painted.insert(index.row());
        QStyledItemDelegate::paint(painter, option, index);
    }

    mutable std::set<int> painted;
};

class ServiceViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paintsTheRowsThatChangedAlone()
    {
        QStandardItemModel model;
        for (int row = 0; row < 10; ++row)
            model.appendRow(new QStandardItem(QStringLiteral("host %1").arg(row)));
        ServiceView view(nullptr);
        NotingDelegate delegate;
        view.setModel(&model);
        view.setItemDelegate(&delegate);
        view.resize(200, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_COMPARE(delegate.painted.size(), std::size_t{10});
        QCoreApplication::processEvents();
        delegate.painted.clear();

        model.item(2)->setText(QStringLiteral("another"));
        model.item(8)->setText(QStringLiteral("one more"));
        QTRY_VERIFY(delegate.painted.size() >= 2);
        QCoreApplication::processEvents();
        QCOMPARE(delegate.painted, (std::set<int>{2, 8}));
    }
};

} // namespace pult::shell

QTEST_MAIN(pult::shell::ServiceViewTest)
#include "tst_serviceview.moc"
