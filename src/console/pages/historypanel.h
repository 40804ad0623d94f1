// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "console/models/historymodel.h"

namespace Ui {
class HistoryPanel;
}

namespace pult::pages {

/// The revisions of the configuration: who changed what, when, why, and what it did. GUI thread.
class HistoryPanel final : public QWidget {
    Q_OBJECT
public:
    /// The history outlives the panel.
    explicit HistoryPanel(models::HistoryModel &history, QWidget *parent = nullptr);
    ~HistoryPanel() override;

    /// Off while the service does not answer or works on the last request.
    void setActionsEnabled(bool enabled);

Q_SIGNALS:
    void goBackWanted(std::int64_t revision);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Null: none is selected.
    [[nodiscard]] const contract::ConfigRevision *selected() const;
    void refresh();

    std::unique_ptr<Ui::HistoryPanel> m_ui;
    models::HistoryModel &m_history;
    bool m_areActionsEnabled = false;
};

} // namespace pult::pages
