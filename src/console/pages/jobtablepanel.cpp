// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/jobtablepanel.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/pages/jobcolumns.h"
#include "console/pages/jobstatedelegate.h"
#include "console/widgets/style.h"
#include "ui_jobtablepanel.h"

namespace pult::pages {

namespace {

using models::JobModel;

constexpr std::chrono::milliseconds kTypingPause{300};
constexpr int kAny = -1;
constexpr std::array kStates{contract::JobState::queued, contract::JobState::running,
    contract::JobState::succeeded, contract::JobState::failed, contract::JobState::cancelled,
    contract::JobState::timed_out};

template <class Value>
std::optional<Value> chosen(const QComboBox &box)
{
    const QVariant data = box.currentData();
    if (!data.isValid() || data.toInt() == kAny)
        return {};
    return static_cast<Value>(data.toInt());
}

/// Keeps what is chosen, as the texts change with the language.
template <class Values, class Text>
void fill(QComboBox &box, const QString &any, const Values &values, Text text)
{
    const QSignalBlocker blocker(box);
    const int current = std::max(0, box.currentIndex());
    box.clear();
    box.addItem(any, kAny);
    for (const auto value : values)
        box.addItem(text(value), static_cast<int>(value));
    box.setCurrentIndex(current);
}

} // namespace

JobTablePanel::JobTablePanel(models::JobFilterModel &jobs, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobTablePanel>())
    , m_jobs(jobs)
{
    m_ui->setupUi(this);
    setUpTable();
    fillFilters();
    watchScrolling();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &JobTablePanel::queryChanged);
    connect(m_ui->search, &QLineEdit::textChanged, this, &JobTablePanel::applyFilters);
    connect(m_ui->kindFilter, &QComboBox::currentIndexChanged, this, &JobTablePanel::applyFilters);
    connect(m_ui->stateFilter, &QComboBox::currentIndexChanged, this, &JobTablePanel::applyFilters);
    connect(m_ui->submitTestJob, &QPushButton::clicked, this, &JobTablePanel::testJobWanted);
    // A proxy lets rows go before its source has: only the source knows when none is left.
    for (const QAbstractItemModel *model :
        {static_cast<QAbstractItemModel *>(&jobs), jobs.sourceModel()}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &JobTablePanel::refreshCount);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &JobTablePanel::refreshCount);
    }
    refreshCount();
}

JobTablePanel::~JobTablePanel() = default;

void JobTablePanel::setUpTable()
{
    QTableView &table = *m_ui->jobTable;
    table.setModel(&m_jobs);
    table.setItemDelegateForColumn(JobModel::state, new JobStateDelegate(&table));
    table.verticalHeader()->setDefaultSectionSize(28);
    table.verticalHeader()->hide();
    QHeaderView &header = *table.horizontalHeader();
    header.setSortIndicator(JobModel::created, Qt::DescendingOrder);
    header.setHighlightSections(false);
    layOutJobColumns(table);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &JobTablePanel::selectionChanged);
}

void JobTablePanel::fillFilters()
{
    fill(*m_ui->kindFilter, tr("Any kind"), contract::kAllKinds, models::kindText);
    fill(*m_ui->stateFilter, tr("Any state"), kStates, models::stateText);
}

void JobTablePanel::applyFilters()
{
    m_jobs.setState(chosen<contract::JobState>(*m_ui->stateFilter));
    m_jobs.setKind(chosen<contract::Kind>(*m_ui->kindFilter));
    m_jobs.setText(m_ui->search->text());
    refreshCount();
    m_typing.start();
}

live::JobQuery JobTablePanel::query() const
{
    live::JobQuery query;
    query.state = m_jobs.state();
    query.kind = m_jobs.kind();
    query.text = m_jobs.text().toStdString();
    return query;
}

const contract::Job *JobTablePanel::selected() const
{
    const QModelIndex current = m_ui->jobTable->currentIndex();
    return current.isValid() ? &m_jobs.jobAt(current) : nullptr;
}

void JobTablePanel::select(contract::JobId id)
{
    if (!m_jobs.indexOf(id).isValid()) {
        m_ui->search->clear();
        m_ui->kindFilter->setCurrentIndex(0);
        m_ui->stateFilter->setCurrentIndex(0);
    }
    const QModelIndex row = m_jobs.indexOf(id);
    m_ui->jobTable->setCurrentIndex(row);
    m_ui->jobTable->scrollTo(row, QAbstractItemView::PositionAtCenter);
    m_ui->jobTable->setFocus(Qt::OtherFocusReason);
}

void JobTablePanel::setStale(bool isStale)
{
    widgets::setStale(*m_ui->jobTable, isStale);
}

void JobTablePanel::repaintTimes()
{
    m_ui->jobTable->viewport()->update();
}

void JobTablePanel::watchScrolling()
{
    QTableView &table = *m_ui->jobTable;
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, [this, &table](int value) {
        if (value == table.verticalScrollBar()->maximum())
            Q_EMIT olderWanted();
    });
    connect(&m_jobs, &QAbstractItemModel::rowsAboutToBeInserted, this, [this, &table] {
        const bool isAtTop = table.verticalScrollBar()->value() == 0;
        m_topRow = isAtTop ? QModelIndex() : table.indexAt({0, 0});
    });
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, [this, &table] {
        if (m_topRow.isValid())
            table.scrollTo(m_topRow, QAbstractItemView::PositionAtTop);
    });
}

void JobTablePanel::refreshCount()
{
    const int shown = m_jobs.rowCount();
    const int known = m_jobs.sourceModel()->rowCount();
    m_ui->count->setText(m_jobs.isFiltering()
            ? tr("%1 of %2 jobs").arg(models::formatCount(shown), models::formatCount(known))
            : tr("%n jobs", nullptr, known));
    m_ui->stack->setCurrentWidget(shown > 0 ? m_ui->tablePage : m_ui->emptyPage);
    m_ui->emptyText->setText(known > 0 ? tr("No job matches the filters.")
                                       : tr("No jobs yet. They appear here as they come in."));
    m_ui->submitTestJob->setVisible(known == 0);
}

void JobTablePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillFilters();
        refreshCount();
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
