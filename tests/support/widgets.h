// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QtTest>

/// A page in the hands of a user: everything is found by its object name.
namespace pult::test {

template <class Widget>
Widget *findWidget(QWidget &root, const char *name)
{
    return root.findChild<Widget *>(QLatin1String(name));
}

/// Also in dialogs that the root has opened.
inline void click(QWidget &root, const char *name)
{
    auto *button = findWidget<QAbstractButton>(root, name);
    if (!button)
        QFAIL(qPrintable(QStringLiteral("There is no button ") + QLatin1String(name)));
    QVERIFY2(button->isVisible() && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

inline void clickCell(QAbstractItemView &view, const QModelIndex &index)
{
    view.scrollTo(index);
    const QRect cell = view.visualRect(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center());
}

inline void showPage(QWidget &page)
{
    page.resize(1060, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
}

} // namespace pult::test
