// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/historypanel.h"

#include <QEvent>
#include <QHeaderView>

#include "console/models/format.h"
#include "console/models/servicesentence.h"
#include "ui_historypanel.h"

namespace pult::pages {

using models::HistoryModel;

namespace {

QString aboutText(const HistoryModel &history, int row)
{
    const contract::ConfigRevision &about = history.revisionAt(row);
    QStringList lines{
        HistoryPanel::tr("Revision %1 by %2, %3")
            .arg(models::formatCount(about.revision), models::serviceSentence(about.actor),
                models::formatDateTime(about.at))};
    if (!about.reason.empty())
        lines << QStringLiteral("“%1”").arg(models::serviceSentence(about.reason));
    lines << models::changesText(about.changes, QStringLiteral("\n"));
    lines << history.index(row, HistoryModel::effect).data(Qt::ToolTipRole).toString();
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

HistoryPanel::HistoryPanel(models::HistoryModel &history, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HistoryPanel>())
    , m_history(history)
{
    m_ui->setupUi(this);
    QTableView &table = *m_ui->historyTable;
    table.setModel(&history);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(28);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(HistoryModel::changes, QHeaderView::Stretch);
    table.hideColumn(HistoryModel::reason);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &HistoryPanel::refresh);
    connect(&history, &QAbstractItemModel::modelReset, this, &HistoryPanel::refresh);
    connect(&history, &QAbstractItemModel::dataChanged, this, &HistoryPanel::refresh);
    connect(m_ui->goBack, &QPushButton::clicked, this,
        [this] { Q_EMIT goBackWanted(selected()->revision); });
    refresh();
}

HistoryPanel::~HistoryPanel() = default;

const contract::ConfigRevision *HistoryPanel::selected() const
{
    const QModelIndex current = m_ui->historyTable->currentIndex();
    return current.isValid() ? &m_history.revisionAt(current.row()) : nullptr;
}

void HistoryPanel::setActionsEnabled(bool enabled)
{
    m_areActionsEnabled = enabled;
    refresh();
}

void HistoryPanel::refresh()
{
    const QModelIndex current = m_ui->historyTable->currentIndex();
    m_ui->about->setText(current.isValid()
            ? aboutText(m_history, current.row())
            : tr("Select a revision to see its changes and what they did."));
    m_ui->goBack->setEnabled(m_areActionsEnabled && current.isValid() && current.row() > 0);
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
