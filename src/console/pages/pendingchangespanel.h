// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "console/models/changemodel.h"

namespace Ui {
class PendingChangesPanel;
}

namespace pult::pages {

/// The edits that are pending, as a diff, and what to do with them. GUI thread.
class PendingChangesPanel final : public QWidget {
    Q_OBJECT
public:
    /// The changes outlive the panel.
    explicit PendingChangesPanel(models::ChangeModel &changes, QWidget *parent = nullptr);
    ~PendingChangesPanel() override;

    [[nodiscard]] std::string reason() const;
    void clearReason();
    /// Off while the service does not answer or works on the last request.
    void setActionsEnabled(bool enabled);
    /// After a conflict the edits go to another revision than they began on.
    void setRebased(bool rebased);

    /// As if Apply were clicked: also does nothing when that can't be.
    void tryApply();

Q_SIGNALS:
    void checkWanted();
    void applyWanted();
    void discardAllWanted();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void discardClicked(const QModelIndex &index);
    void refresh();

    std::unique_ptr<Ui::PendingChangesPanel> m_ui;
    models::ChangeModel &m_changes;
    bool m_areActionsEnabled = false;
    bool m_isRebased = false;
};

} // namespace pult::pages
