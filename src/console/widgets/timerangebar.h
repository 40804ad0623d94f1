// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "console/widgets/chartgroup.h"

class QAbstractButton;
class QPushButton;

namespace pult::widgets {

/// The time range of a page's charts: 5 min to 7 d, pause, and the way back from a zoom. GUI
/// thread.
class TimeRangeBar final : public QWidget {
    Q_OBJECT
public:
    /// The group must outlive the bar.
    explicit TimeRangeBar(ChartGroup &group, QWidget *parent = nullptr);

    void togglePaused();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSpan(Seconds span, const QString &objectName);
    void showState();
    void retranslate();

    ChartGroup &m_group;
    std::vector<std::pair<Seconds, QPushButton *>> m_spans;
    QPushButton *m_pause;
    QPushButton *m_back;
};

} // namespace pult::widgets
