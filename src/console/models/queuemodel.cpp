// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/queuemodel.h"

#include <algorithm>

#include "console/models/format.h"
#include "console/models/labels.h"

namespace pult::models {

namespace {

QString etaText(const contract::KindQueue &queue)
{
    if (queue.depth == 0)
        return formatUnknown();
    if (queue.paused)
        return QueueModel::tr("paused");
    return queue.eta_s ? formatDuration(*queue.eta_s) : QueueModel::tr("never, at this rate");
}

QString textOf(const contract::KindQueue &queue, int column)
{
    switch (column) {
    case QueueModel::kind:
        return kindText(queue.kind);
    case QueueModel::depth:
        return formatCount(queue.depth);
    case QueueModel::running:
        return formatCount(queue.running) + QStringLiteral(" / ") + formatCount(queue.slots);
    case QueueModel::oldestWait:
        return queue.depth == 0 ? formatUnknown() : formatDuration(queue.oldest_wait_s);
    case QueueModel::arrivals:
        return format(Unit::perSecond, queue.arrivals_per_s);
    case QueueModel::completions:
        return format(Unit::perSecond, queue.completions_per_s);
    case QueueModel::eta:
        return etaText(queue);
    default:
        return {};
    }
}

QVariant alignmentFor(int column)
{
    return QVariant(
        (column == QueueModel::kind ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

bool hasSameKinds(
    const std::vector<contract::KindQueue> &left, const std::vector<contract::KindQueue> &right)
{
    return std::ranges::equal(
        left, right, {}, &contract::KindQueue::kind, &contract::KindQueue::kind);
}

} // namespace

void QueueModel::setKinds(std::vector<contract::KindQueue> kinds)
{
    if (!hasSameKinds(m_kinds, kinds)) {
        beginResetModel();
        m_kinds = std::move(kinds);
        endResetModel();
        return;
    }
    for (const contract::KindQueue &queue : kinds)
        merge(queue);
}

void QueueModel::merge(const contract::KindQueue &queue)
{
    const auto row = rowOf(queue.kind);
    if (!row || queueAt(*row) == queue)
        return;
    m_kinds[static_cast<std::size_t>(*row)] = queue;
    Q_EMIT dataChanged(index(*row, 0), index(*row, kColumnCount - 1));
}

const contract::KindQueue &QueueModel::queueAt(int row) const
{
    return m_kinds[static_cast<std::size_t>(row)];
}

std::optional<int> QueueModel::rowOf(contract::Kind wanted) const
{
    const auto found = std::ranges::find(m_kinds, wanted, &contract::KindQueue::kind);
    if (found == m_kinds.end())
        return {};
    return static_cast<int>(found - m_kinds.begin());
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_kinds.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return textOf(queueAt(index.row()), index.column());
    return role == Qt::TextAlignmentRole ? alignmentFor(index.column()) : QVariant();
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentFor(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kind:
        return tr("Kind");
    case depth:
        return tr("Queued");
    case running:
        return tr("Running / slots");
    case oldestWait:
        return tr("Oldest wait");
    case arrivals:
        return tr("Arriving");
    case completions:
        return tr("Finishing");
    case eta:
        return tr("Empty in");
    default:
        return {};
    }
}

} // namespace pult::models
