// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/serviceview.h"

#include <QPaintEvent>

namespace pult::shell {

ServiceView::ServiceView(QWidget *parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
}

void ServiceView::dataChanged(
    const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
}

/// Qt's own paints all from the first row in the region to the last.
void ServiceView::paintEvent(QPaintEvent *event)
{
    for (const QRect &changed : event->region()) {
        QPaintEvent part(changed);
        QListView::paintEvent(&part);
    }
}

} // namespace pult::shell
