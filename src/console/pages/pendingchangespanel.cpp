// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/pendingchangespanel.h"

#include <QHeaderView>
#include <QKeyEvent>

#include "ui_pendingchangespanel.h"

namespace pult::pages {

using models::ChangeModel;

PendingChangesPanel::PendingChangesPanel(models::ChangeModel &changes, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PendingChangesPanel>())
    , m_changes(changes)
{
    m_ui->setupUi(this);
    QTableView &table = *m_ui->changeTable;
    table.setModel(&changes);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(28);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(ChangeModel::setting, QHeaderView::Stretch);
    table.installEventFilter(this);
    connect(&table, &QTableView::clicked, this, &PendingChangesPanel::discardClicked);
    connect(m_ui->check, &QPushButton::clicked, this, &PendingChangesPanel::checkWanted);
    connect(m_ui->apply, &QPushButton::clicked, this, &PendingChangesPanel::applyWanted);
    connect(m_ui->discardAll, &QPushButton::clicked, this, &PendingChangesPanel::discardAllWanted);
    connect(&changes, &QAbstractItemModel::modelReset, this, &PendingChangesPanel::refresh);
    refresh();
}

PendingChangesPanel::~PendingChangesPanel() = default;

std::string PendingChangesPanel::reason() const
{
    return m_ui->reason->text().trimmed().toStdString();
}

void PendingChangesPanel::clearReason()
{
    m_ui->reason->clear();
}

void PendingChangesPanel::setActionsEnabled(bool enabled)
{
    m_areActionsEnabled = enabled;
    refresh();
}

void PendingChangesPanel::setRebased(bool rebased)
{
    m_isRebased = rebased;
    refresh();
}

void PendingChangesPanel::tryApply()
{
    m_ui->apply->click();
}

void PendingChangesPanel::discardClicked(const QModelIndex &index)
{
    if (index.column() == ChangeModel::discard)
        m_changes.discardRow(index.row());
}

bool PendingChangesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        if (const QModelIndex current = m_ui->changeTable->currentIndex(); current.isValid())
            m_changes.discardRow(current.row());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PendingChangesPanel::refresh()
{
    const int count = m_changes.rowCount();
    m_ui->title->setText(
        count == 0 ? tr("Pending changes") : tr("%n pending changes", nullptr, count));
    m_ui->stack->setCurrentWidget(count > 0 ? m_ui->changePage : m_ui->nonePage);
    m_ui->apply->setText(m_isRebased ? tr("Apply to the new revision") : tr("Apply"));
    m_ui->apply->setAccessibleName(m_ui->apply->text());
    m_ui->apply->setEnabled(m_areActionsEnabled && count > 0);
    m_ui->check->setEnabled(m_areActionsEnabled && count > 0);
    m_ui->discardAll->setEnabled(count > 0);
}

void PendingChangesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
