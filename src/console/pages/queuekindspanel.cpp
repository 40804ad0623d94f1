// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/queuekindspanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/widgets/messagebox.h"
#include "console/widgets/style.h"

namespace pult::pages {

namespace {

constexpr int kRowHeight = 36;
constexpr int kCellPadding = 8; ///< Of the style sheet.

QString nameOf(contract::Kind kind)
{
    const std::string_view name = contract::nameOf(kind);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QPushButton *makeButton(QWidget *parent, const QString &name)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    return button;
}

} // namespace

QueueKindsPanel::QueueKindsPanel(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_outcome(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setModel(&m_queues);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(
        models::QueueModel::actions, QHeaderView::Fixed);
    m_outcome->setObjectName(QStringLiteral("queueOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(m_outcome);
    connect(&m_queues, &QAbstractItemModel::modelReset, this,
        qOverload<>(&QueueKindsPanel::makeButtons));
    connect(&m_queues, &QAbstractItemModel::dataChanged, this, &QueueKindsPanel::refreshButtons);
    setAccessibleName(tr("Queues"));
    m_table->setAccessibleName(tr("Queue of each kind"));
}

void QueueKindsPanel::setService(live::Service *service)
{
    m_service = service;
    m_outcome->hide();
    m_queues.setKinds({});
    refresh();
}

void QueueKindsPanel::refresh()
{
    if (m_service && m_service->state().queue)
        m_queues.setKinds(m_service->state().queue->kinds);
}

void QueueKindsPanel::setLive(bool isLive)
{
    m_isLive = isLive;
    widgets::setStale(*m_table, !isLive);
    refreshButtons();
}

void QueueKindsPanel::makeButtons()
{
    m_buttons.clear();
    for (int row = 0; row < m_queues.rowCount(); ++row)
        m_buttons.push_back(makeButtons(row));
    refreshButtons();
    fitHeight();
}

QueueKindsPanel::Buttons QueueKindsPanel::makeButtons(int row)
{
    const contract::Kind kind = m_queues.queueAt(row).kind;
    auto *cell = new QWidget(m_table);
    const Buttons buttons{makeButton(cell, QStringLiteral("pause_") + nameOf(kind)),
        makeButton(cell, QStringLiteral("purge_") + nameOf(kind))};
    auto *line = new QHBoxLayout(cell);
    line->setContentsMargins(0, 4, 0, 4);
    line->addWidget(buttons.pause);
    line->addWidget(buttons.purge);
    connect(buttons.pause, &QPushButton::clicked, this, [this, kind] { togglePause(kind); });
    connect(buttons.purge, &QPushButton::clicked, this, [this, kind] { confirmPurge(kind); });
    m_table->setIndexWidget(m_queues.index(row, models::QueueModel::actions), cell);
    return buttons;
}

void QueueKindsPanel::refreshButtons()
{
    for (std::size_t row = 0; row < m_buttons.size(); ++row) {
        const contract::KindQueue &queue = m_queues.queueAt(static_cast<int>(row));
        const QString jobs = models::kindJobsText(queue.kind);
        const Buttons &buttons = m_buttons[row];
        buttons.pause->setText(queue.paused ? tr("Resume") : tr("Pause"));
        buttons.pause->setAccessibleName(
            queue.paused ? tr("Resume %1").arg(jobs) : tr("Pause %1").arg(jobs));
        buttons.purge->setText(tr("Purge…"));
        buttons.purge->setAccessibleName(tr("Drop all queued %1").arg(jobs));
        buttons.pause->setEnabled(m_isLive);
        buttons.purge->setEnabled(m_isLive && queue.depth > 0);
    }
    fitActions();
}

void QueueKindsPanel::fitHeight()
{
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + m_queues.rowCount() * kRowHeight + 2 * m_table->frameWidth() + 2);
}

void QueueKindsPanel::fitActions()
{
    int width = 0;
    for (const Buttons &buttons : m_buttons)
        width = std::max(width, buttons.pause->parentWidget()->sizeHint().width());
    m_table->setColumnWidth(models::QueueModel::actions, width + 2 * kCellPadding);
}

void QueueKindsPanel::togglePause(contract::Kind kind)
{
    const auto row = m_queues.rowOf(kind);
    if (!m_service || !row)
        return;
    const bool paused = !m_queues.queueAt(*row).paused;
    say(paused ? tr("Pausing %1…").arg(models::kindJobsText(kind))
               : tr("Resuming %1…").arg(models::kindJobsText(kind)));
    m_service->setPaused(kind, paused, this, [this](const Result<contract::KindQueue> &queue) {
        if (!queue)
            return sayProblem(queue.error());
        m_queues.merge(*queue);
        const QString jobs = models::kindJobsText(queue->kind);
        say(queue->paused ? tr("Paused: no more %1 start.").arg(jobs)
                          : tr("Resumed: %1 start again.").arg(jobs));
    });
}

void QueueKindsPanel::confirmPurge(contract::Kind kind)
{
    const auto row = m_queues.rowOf(kind);
    if (!row)
        return;
    const std::int64_t count = m_queues.queueAt(*row).depth;
    widgets::ask(*this,
        {QStringLiteral("purgeQuestion"), tr("Purge the queue"),
            tr("Drop %1 queued %2?").arg(models::formatCount(count), models::kindJobsText(kind)),
            tr("They end as cancelled. This can't be undone."),
            tr("Drop %1 jobs").arg(models::formatCount(count))},
        [this, kind, count] { purge(kind, count); });
}

void QueueKindsPanel::purge(contract::Kind kind, std::int64_t expected)
{
    if (!m_service)
        return;
    say(tr("Dropping %1…").arg(models::kindJobsText(kind)));
    m_service->purge(
        kind, expected, this, [this, kind](const Result<contract::PurgeReport> &report) {
            if (!report)
                return sayProblem(report.error());
            say(tr("Dropped %1 queued %2.")
                    .arg(models::formatCount(report->dropped), models::kindJobsText(kind)));
        });
}

void QueueKindsPanel::say(const QString &text)
{
    m_outcome->setText(text);
    widgets::setRole(*m_outcome, "muted");
    m_outcome->show();
}

void QueueKindsPanel::sayProblem(const Error &error)
{
    m_outcome->setText(models::problemText(error));
    widgets::setRole(*m_outcome, "error");
    m_outcome->show();
}

void QueueKindsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Queues"));
        m_table->setAccessibleName(tr("Queue of each kind"));
        refreshButtons();
        Q_EMIT m_queues.headerDataChanged(Qt::Horizontal, 0, models::QueueModel::kColumnCount - 1);
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
