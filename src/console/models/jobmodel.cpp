// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/jobmodel.h"

#include <algorithm>

#include "console/models/format.h"
#include "console/models/labels.h"

namespace pult::models {

namespace {

QVariant alignmentOf(int column)
{
    const bool isFigure =
        column == JobModel::wait || column == JobModel::run || column == JobModel::attempts;
    return QVariant((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

JobModel::JobModel(std::size_t capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(capacity)
{
}

void JobModel::merge(std::vector<contract::Job> jobs)
{
    std::vector<contract::Job> added;
    std::unordered_map<contract::JobId, std::size_t> places;
    for (contract::Job &job : jobs) {
        if (const auto row = rowOf(job.id)) {
            update(*row, std::move(job));
        } else if (const auto [place, isNew] = places.try_emplace(job.id, added.size()); isNew) {
            added.push_back(std::move(job));
        } else {
            added[place->second] = std::move(job);
        }
    }
    if (!added.empty())
        append(std::move(added));
    Q_EMIT merged();
}

void JobModel::update(int row, contract::Job job)
{
    contract::Job &known = m_jobs[static_cast<std::size_t>(row)];
    if (known == job)
        return;
    known = std::move(job);
    Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

void JobModel::append(std::vector<contract::Job> jobs)
{
    if (jobs.size() > m_capacity)
        jobs.erase(jobs.begin(), jobs.end() - static_cast<std::ptrdiff_t>(m_capacity));
    if (m_jobs.size() + jobs.size() > m_capacity)
        dropOldest(m_jobs.size() + jobs.size() - m_capacity);
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(jobs.size()) - 1);
    for (contract::Job &job : jobs) {
        m_numbers.emplace(job.id, m_firstNumber + static_cast<std::int64_t>(m_jobs.size()));
        m_jobs.push_back(std::move(job));
    }
    endInsertRows();
}

void JobModel::dropOldest(std::size_t count)
{
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    for (std::size_t i = 0; i < count; ++i) {
        m_numbers.erase(m_jobs.front().id);
        m_jobs.pop_front();
    }
    m_firstNumber += static_cast<std::int64_t>(count);
    endRemoveRows();
}

void JobModel::clear()
{
    if (!m_jobs.empty())
        dropOldest(m_jobs.size());
}

const contract::Job &JobModel::jobAt(int row) const
{
    return m_jobs[static_cast<std::size_t>(row)];
}

const contract::Job *JobModel::find(contract::JobId wanted) const
{
    const auto row = rowOf(wanted);
    return row ? &jobAt(*row) : nullptr;
}

std::optional<int> JobModel::rowOf(contract::JobId wanted) const
{
    const auto found = m_numbers.find(wanted);
    if (found == m_numbers.end())
        return {};
    return static_cast<int>(found->second - m_firstNumber);
}

std::optional<Seconds> JobModel::waitOf(const contract::Job &job) const
{
    if (job.wait_s || job.state != contract::JobState::queued)
        return job.wait_s;
    return std::max(Seconds(0), Seconds(m_now - job.created_at));
}

std::optional<Seconds> JobModel::runOf(const contract::Job &job) const
{
    if (job.run_s || job.state != contract::JobState::running || !job.started_at)
        return job.run_s;
    return std::max(Seconds(0), Seconds(m_now - *job.started_at));
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::Job &job = jobAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(job, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(job, index.column());
    case progressRole:
        return job.progress;
    case stateRole:
        return static_cast<int>(job.state);
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    default:
        return {};
    }
}

QString JobModel::textOf(const contract::Job &job, int column) const
{
    switch (column) {
    case state:
        return stateText(job.state);
    case kind:
        return kindText(job.kind);
    case prompt:
        return QString::fromStdString(job.prompt).simplified();
    case wait:
        return formatDuration(waitOf(job));
    case run:
        return formatDuration(runOf(job));
    case attempts:
        return formatCount(job.attempts);
    case created:
        return formatMoment(job.created_at, m_now);
    case id:
        return QString::fromStdString(toString(job.id));
    default:
        return {};
    }
}

QString JobModel::toolTipOf(const contract::Job &job, int column) const
{
    if (column == created)
        return formatUtc(job.created_at);
    if (column == prompt)
        return QString::fromStdString(job.prompt);
    return {};
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case state:
        return tr("State");
    case kind:
        return tr("Kind");
    case prompt:
        return tr("Prompt");
    case wait:
        return tr("Wait");
    case run:
        return tr("Run");
    case attempts:
        return tr("Attempts");
    case created:
        return tr("Created");
    case id:
        return tr("Id");
    default:
        return {};
    }
}

} // namespace pult::models
