// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/jobfeed.h"

#include <chrono>
#include <utility>

namespace pult::models {

namespace {

constexpr std::chrono::milliseconds kBatch{100};

} // namespace

JobFeed::JobFeed(JobModel &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(kBatch);
    connect(&m_batch, &QTimer::timeout, this, &JobFeed::flush);
}

void JobFeed::setService(live::Service *service)
{
    if (service == m_service)
        return;
    const bool wasRunning = m_isRunning;
    stop();
    m_service = service;
    m_jobs.clear();
    m_isLoaded = false;
    if (wasRunning)
        start();
}

void JobFeed::setQuery(const live::JobQuery &query)
{
    m_query = query;
    reload();
}

void JobFeed::start()
{
    m_isRunning = true;
    if (!m_service)
        return;
    connect(m_service, &live::Service::jobChanged, this, &JobFeed::collect);
    connect(m_service, &live::Service::jobsMissed, this, &JobFeed::reload);
    reload();
}

void JobFeed::stop()
{
    m_isRunning = false;
    m_isLoading = false;
    ++m_generation;
    m_batch.stop();
    m_changed.clear();
    if (m_service)
        m_service->disconnect(this);
}

void JobFeed::loadOlder()
{
    if (m_nextCursor && !m_isLoading && m_jobs.rowCount() < static_cast<int>(JobModel::kCapacity))
        load(*m_nextCursor);
}

void JobFeed::reload()
{
    load({});
}

void JobFeed::load(const std::string &cursor)
{
    if (!m_service || !m_isRunning)
        return;
    m_isLoading = true;
    live::JobQuery query = m_query;
    query.cursor = cursor;
    m_service->jobs(
        query, this, [this, generation = ++m_generation](const Result<contract::JobPage> &page) {
            if (generation == m_generation)
                take(page);
        });
}

void JobFeed::take(const Result<contract::JobPage> &page)
{
    m_isLoading = false;
    if (page) {
        m_jobs.merge({page->jobs.rbegin(), page->jobs.rend()});
        m_nextCursor = page->next_cursor;
        m_isLoaded = true;
    }
    flush();
    if (page)
        Q_EMIT loaded();
    else
        Q_EMIT failed(page.error());
}

void JobFeed::collect(const contract::Job &job)
{
    m_changed.push_back(job);
    if (!m_batch.isActive())
        m_batch.start();
}

void JobFeed::flush()
{
    // What changes while a page is under way is newer than the page.
    if (!m_isLoading)
        m_jobs.merge(std::exchange(m_changed, {}));
}

} // namespace pult::models
