// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/queuepage.h"

#include <QSplitter>
#include <QVBoxLayout>

#include "console/models/labels.h"
#include "console/pages/banner.h"
#include "console/pages/jobdetailpanel.h"
#include "console/pages/jobtablepanel.h"
#include "console/pages/queuekindspanel.h"
#include "console/pages/serviceframe.h"

namespace pult::pages {

namespace {

constexpr int kMostPlaces = 20;
constexpr int kShortestSought = 2; ///< Letters: one stands in nearly every prompt.
constexpr int kTitleLength = 60;

QString titleOf(const contract::Job &job)
{
    const QString prompt = QString::fromStdString(job.prompt).simplified();
    return prompt.size() <= kTitleLength ? prompt : prompt.left(kTitleLength) + QChar(0x2026);
}

} // namespace

QueuePage::QueuePage(QWidget *parent)
    : Page(parent)
    , m_filtered(m_jobs)
    , m_feed(m_jobs)
    , m_frame(new ServiceFrame(this))
    , m_kinds(new QueueKindsPanel(this))
    , m_table(new JobTablePanel(m_filtered, this))
    , m_detail(new JobDetailPanel(m_jobs, this))
    , m_problem(new Banner(this))
{
    setObjectName(QStringLiteral("queuePage"));
    m_problem->setObjectName(QStringLiteral("jobsProblem"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->setContent(makeContent());
    connectPanels();
    setLive(false);
}

QWidget *QueuePage::makeContent()
{
    auto *split = new QSplitter(this);
    split->setObjectName(QStringLiteral("queueSplitter"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(16);
    split->addWidget(m_table);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kinds);
    column->addWidget(m_problem);
    column->addWidget(split, 1);
    return content;
}

void QueuePage::connectPanels()
{
    connect(m_frame, &ServiceFrame::liveChanged, this, &QueuePage::setLive);
    connect(m_table, &JobTablePanel::selectionChanged, this, &QueuePage::showSelected);
    connect(
        m_table, &JobTablePanel::queryChanged, this, [this] { m_feed.setQuery(m_table->query()); });
    connect(m_table, &JobTablePanel::olderWanted, &m_feed, &models::JobFeed::loadOlder);
    connect(m_table, &JobTablePanel::testJobWanted, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("test-jobs")); });
    connect(m_detail, &JobDetailPanel::jobChanged, this,
        [this](const contract::Job &job) { m_jobs.merge({job}); });
    connect(&m_jobs, &models::JobModel::merged, this, &QueuePage::refresh);
    connect(&m_feed, &models::JobFeed::loaded, m_problem, &QWidget::hide);
    connect(&m_feed, &models::JobFeed::failed, this, [this](const Error &error) {
        m_problem->say(Banner::Tone::bad,
            tr("The jobs could not be loaded. %1").arg(models::problemText(error)));
    });
}

void QueuePage::setService(live::Service *service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_isSeeking = false;
    m_sought.clear();
    m_problem->hide();
    m_frame->setService(service);
    m_kinds->setService(service);
    m_detail->setService(service);
    m_feed.setService(service);
    if (service)
        connect(service, &live::Service::stateChanged, this, &QueuePage::refresh);
    setLive(m_frame->isLive());
    refresh();
}

std::vector<Place> QueuePage::findPlaces(const QString &text)
{
    if (text.isEmpty())
        m_sought.clear();
    if (text.size() < kShortestSought)
        return {};
    seek(text);
    std::vector<Place> places;
    for (const contract::Job *job : models::findJobs(m_jobs, text, kMostPlaces))
        places.push_back({titleOf(*job), tr("Job, %1").arg(models::stateText(job->state)),
            [this, id = job->id] { m_table->select(id); }});
    return places;
}

void QueuePage::seek(const QString &text)
{
    if (m_isSeeking || text == m_sought || !m_frame->isLive())
        return;
    m_isSeeking = true;
    m_sought = text;
    live::JobQuery query;
    query.text = text.toStdString();
    query.limit = kMostPlaces;
    m_service->jobs(query, this, [this, asked = m_service](const Result<contract::JobPage> &page) {
        if (asked != m_service)
            return;
        m_isSeeking = false;
        if (page)
            m_jobs.merge(page->jobs);
        Q_EMIT placesChanged();
    });
}

void QueuePage::refresh()
{
    if (!isVisible())
        return;
    if (m_service && m_service->state().dataAt)
        m_jobs.setNow(*m_service->state().dataAt);
    m_kinds->refresh();
    m_table->repaintTimes();
    m_detail->refresh(m_jobs.now());
}

void QueuePage::showSelected()
{
    const contract::Job *job = m_table->selected();
    m_detail->showJob(job ? std::optional(job->id) : std::nullopt);
}

void QueuePage::setLive(bool isLive)
{
    m_kinds->setLive(isLive);
    m_table->setStale(!isLive);
    m_detail->setActionsEnabled(isLive);
    if (isLive && isVisible())
        m_feed.reload();
}

void QueuePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_feed.start();
    refresh();
}

void QueuePage::hideEvent(QHideEvent *event)
{
    m_feed.stop();
    Page::hideEvent(event);
}

} // namespace pult::pages
