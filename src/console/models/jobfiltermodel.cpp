// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/jobfiltermodel.h"

#include <algorithm>
#include <tuple>

namespace pult::models {

namespace {

bool holds(const contract::Job &job, const QString &text)
{
    return QString::fromStdString(job.prompt).contains(text, Qt::CaseInsensitive)
        || QString::fromStdString(toString(job.id)).contains(text, Qt::CaseInsensitive);
}

} // namespace

JobFilterModel::JobFilterModel(JobModel &jobs, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_jobs(jobs)
{
    setSourceModel(&jobs);
    sort(JobModel::created, Qt::DescendingOrder);
}

void JobFilterModel::setState(std::optional<contract::JobState> state)
{
    m_state = state;
    invalidateFilter();
}

void JobFilterModel::setKind(std::optional<contract::Kind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void JobFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool JobFilterModel::isFiltering() const
{
    return m_state || m_kind || !m_text.isEmpty();
}

const contract::Job &JobFilterModel::jobAt(const QModelIndex &index) const
{
    return m_jobs.jobAt(mapToSource(index).row());
}

QModelIndex JobFilterModel::indexOf(contract::JobId id) const
{
    const std::optional<int> row = m_jobs.rowOf(id);
    return row ? mapFromSource(m_jobs.index(*row, 0)) : QModelIndex();
}

bool JobFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const contract::Job &job = m_jobs.jobAt(row);
    return (!m_state || job.state == *m_state) && (!m_kind || job.kind == *m_kind)
        && (m_text.isEmpty() || holds(job, m_text));
}

bool JobFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const contract::Job &a = m_jobs.jobAt(left.row());
    const contract::Job &b = m_jobs.jobAt(right.row());
    switch (left.column()) {
    case JobModel::state:
        return a.state < b.state;
    case JobModel::kind:
        return a.kind < b.kind;
    case JobModel::prompt:
        return a.prompt < b.prompt;
    case JobModel::wait:
        return m_jobs.waitOf(a) < m_jobs.waitOf(b);
    case JobModel::run:
        return m_jobs.runOf(a) < m_jobs.runOf(b);
    case JobModel::attempts:
        return a.attempts < b.attempts;
    default:
        return std::tie(a.created_at, a.id) < std::tie(b.created_at, b.id);
    }
}

std::vector<const contract::Job *> findJobs(
    const JobModel &jobs, const QString &text, std::size_t most)
{
    std::vector<const contract::Job *> found;
    for (int row = 0; row < jobs.rowCount(); ++row)
        if (const contract::Job &job = jobs.jobAt(row); holds(job, text))
            found.push_back(&job);
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::ranges::partial_sort(found, end, std::greater(), &contract::Job::id); // Sorts by time.
    found.erase(end, found.end());
    return found;
}

} // namespace pult::models
