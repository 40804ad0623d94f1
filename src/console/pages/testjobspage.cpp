// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/testjobspage.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "console/models/curlcommand.h"
#include "console/pages/jobcolumns.h"
#include "console/pages/jobstatedelegate.h"
#include "console/pages/serviceframe.h"
#include "console/pages/testformpanel.h"
#include "console/pages/testresultpanel.h"
#include "console/widgets/style.h"

namespace pult::pages {

namespace {

using models::JobModel;

constexpr int kFormWidth = 336;

QTableView *makeTable(models::JobFilterModel &jobs, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("testJobTable"));
    table->setModel(&jobs);
    table->setItemDelegateForColumn(JobModel::state, new JobStateDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setHighlightSections(false);
    layOutJobColumns(*table);
    return table;
}

} // namespace

TestJobsPage::TestJobsPage(QWidget *parent)
    : Page(parent)
    , m_newestFirst(m_jobs)
    , m_frame(new ServiceFrame(this))
    , m_form(new TestFormPanel(this))
    , m_table(makeTable(m_newestFirst, this))
    , m_empty(new QLabel(this))
    , m_list(new QStackedWidget(this))
    , m_result(new TestResultPanel(this))
{
    setObjectName(QStringLiteral("testJobsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->setContent(makeContent());
    connectPanels();
    retranslate();
}

QWidget *TestJobsPage::makeContent()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("testFormScroll"));
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(kFormWidth);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("testSplitter"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(16);
    split->addWidget(makeList());
    split->addWidget(m_result);
    split->setSizes({220, 440});
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(scroll);
    row->addWidget(split, 1);
    return content;
}

QWidget *TestJobsPage::makeList()
{
    m_empty->setObjectName(QStringLiteral("testJobsEmpty"));
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_list->addWidget(m_empty);
    m_list->addWidget(m_table);
    return m_list;
}

void TestJobsPage::connectPanels()
{
    connect(m_frame, &ServiceFrame::liveChanged, m_form, &TestFormPanel::setLive);
    connect(m_frame, &ServiceFrame::liveChanged, m_result, &TestResultPanel::setLive);
    connect(m_frame, &ServiceFrame::liveChanged, this,
        [this](bool isLive) { widgets::setStale(*m_table, !isLive); });
    connect(m_form, &TestFormPanel::submitted, this, &TestJobsPage::submit);
    connect(m_form, &TestFormPanel::stopWanted, &m_run, &TestRun::stop);
    connect(&m_run, &TestRun::accepted, this, &TestJobsPage::add);
    connect(&m_run, &TestRun::refused, m_form, &TestFormPanel::showProblem);
    connect(&m_run, &TestRun::progressed, this,
        [this] { m_form->showProgress(m_run.acceptedCount(), m_run.total(), m_run.isRunning()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &TestJobsPage::showSelected);
    connect(m_result, &TestResultPanel::againWanted, this,
        [this](const contract::Job &job) { submitLike(job.kind, models::requestOf(job)); });
    connect(m_result, &TestResultPanel::varyWanted, this, &TestJobsPage::vary);
}

void TestJobsPage::setService(live::Service *service)
{
    if (m_service)
        m_service->disconnect(this);
    m_run.stop();
    m_service = service;
    m_jobs.clear();
    m_files.clear();
    m_list->setCurrentWidget(m_empty);
    m_frame->setService(service);
    m_result->setService(service);
    m_form->setLive(m_frame->isLive());
    m_result->setLive(m_frame->isLive());
    m_form->clearProblem();
    if (!service)
        return;
    connect(service, &live::Service::jobChanged, this, &TestJobsPage::update);
    connect(service, &live::Service::jobsMissed, this, &TestJobsPage::askAgain);
    connect(service, &live::Service::stateChanged, this, &TestJobsPage::refreshTimes);
}

void TestJobsPage::submit()
{
    if (!m_service)
        return;
    m_form->clearProblem();
    m_run.start(*m_service, m_form->kind(), m_form->count(), m_form->pace(),
        [this] { return m_form->request(); });
}

void TestJobsPage::submitLike(contract::Kind kind, const contract::GenerateRequest &request)
{
    m_form->setRequest(kind, request);
    m_form->clearProblem();
    if (m_service)
        m_run.start(*m_service, kind, 1, m_form->pace(), [request] { return request; });
}

void TestJobsPage::vary(const contract::Job &job)
{
    contract::GenerateRequest request = models::requestOf(job);
    request.params.seed = QRandomGenerator::global()->generate();
    submitLike(job.kind, request);
}

void TestJobsPage::add(contract::Job job)
{
    m_files.take(job);
    // An event may have told of it, and of more, before the answer to its submission came.
    if (!m_jobs.find(job.id))
        m_jobs.merge({job});
    m_list->setCurrentWidget(m_table);
    if (m_run.acceptedCount() <= 1)
        m_table->setCurrentIndex(
            m_newestFirst.mapFromSource(m_jobs.index(*m_jobs.rowOf(job.id), JobModel::state)));
    showSelected();
    m_service->job(job.id, this, [this](const Result<contract::Job> &newer) {
        if (newer)
            update(*newer);
    });
}

void TestJobsPage::update(const contract::Job &job)
{
    if (!m_jobs.find(job.id))
        return;
    m_jobs.merge({job});
    showSelected();
}

void TestJobsPage::askAgain()
{
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        if (const contract::Job &job = m_jobs.jobAt(row); !contract::isFinal(job.state))
            m_service->job(job.id, this, [this](const Result<contract::Job> &newer) {
                if (newer)
                    update(*newer);
            });
    }
}

void TestJobsPage::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    m_result->showJob(current.isValid()
            ? std::optional(m_files.completed(m_newestFirst.jobAt(current)))
            : std::nullopt);
}

void TestJobsPage::refreshTimes()
{
    if (!isVisible() || !m_service->state().dataAt)
        return;
    m_jobs.setNow(*m_service->state().dataAt);
    m_table->viewport()->update();
}

void TestJobsPage::retranslate()
{
    m_empty->setText(tr("The jobs that you submit appear here, with their progress and result."));
    m_table->setAccessibleName(tr("Test jobs of this session"));
}

void TestJobsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace pult::pages
