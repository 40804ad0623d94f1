// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

#include "console/live/service.h"
#include "console/models/jobfiltermodel.h"

namespace Ui {
class JobTablePanel;
}

namespace pult::pages {

/// The live table of jobs under its filters. What is selected and what is in sight stay so while
/// rows come and go. GUI thread.
class JobTablePanel final : public QWidget {
    Q_OBJECT
public:
    /// The jobs outlive the panel.
    explicit JobTablePanel(models::JobFilterModel &jobs, QWidget *parent = nullptr);
    ~JobTablePanel() override;

    /// What the filters ask for.
    [[nodiscard]] live::JobQuery query() const;
    /// Null: none is selected.
    [[nodiscard]] const contract::Job *selected() const;
    /// Takes the filters away when they hide it. Requires: the job is known.
    void select(contract::JobId id);
    void setStale(bool isStale);
    /// Repaints what depends on the time.
    void repaintTimes();

Q_SIGNALS:
    void selectionChanged();
    void queryChanged(); ///< Once the typing pauses.
    void olderWanted(); ///< The end of the table is in sight.
    void testJobWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpTable();
    void fillFilters();
    void applyFilters();
    void watchScrolling();
    void refreshCount();

    std::unique_ptr<Ui::JobTablePanel> m_ui;
    models::JobFilterModel &m_jobs;
    QTimer m_typing;
    QPersistentModelIndex m_topRow; ///< In sight while rows are being inserted above it.
};

} // namespace pult::pages
