// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/settings/consolesettings.h"
#include "console/widgets/chartview.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace pult::pages {

/// A pinned chart on the dashboard: its title, which can be edited, its place, the chart, and a
/// word on series that are not there. GUI thread.
class PinnedCard final : public widgets::Card {
    Q_OBJECT
public:
    /// The place, from 0, names its controls.
    explicit PinnedCard(int place, QWidget *parent = nullptr);

    void setChart(const settings::PinnedChart &pinned);
    /// What it can be moved to.
    void setNeighbours(bool hasEarlier, bool hasLater);
    [[nodiscard]] widgets::ChartView &view() { return *m_view; }

Q_SIGNALS:
    void renamed(const QString &title);
    void moveWanted(int by); ///< -1: earlier; 1: later.
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const char *name);
    void retranslate();
    void sayWhatIsMissing();

    QString m_suffix; ///< Of object names.
    QLineEdit *m_title;
    QLabel *m_note;
    widgets::ChartView *m_view;
    QToolButton *m_earlier;
    QToolButton *m_later;
    QToolButton *m_remove;
};

} // namespace pult::pages
