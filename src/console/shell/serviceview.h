// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace pult::shell {

/// A list of rows of one size, which change all the time: it paints those that changed alone. Qt's
/// own lays out and paints all of them, since their sizes might have changed. GUI thread.
class ServiceView final : public QListView {
    Q_OBJECT
public:
    explicit ServiceView(QWidget *parent);

    void dataChanged(
        const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pult::shell
