// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/historymodel.h"

#include <algorithm>

#include "console/models/format.h"
#include "console/models/servicesentence.h"
#include "console/models/setting.h"

namespace pult::models {

void HistoryModel::setRevisions(std::vector<contract::ConfigRevision> revisions)
{
    beginResetModel();
    m_revisions = std::move(revisions);
    endResetModel();
}

void HistoryModel::add(const contract::ConfigRevision &about)
{
    if (find(about.revision))
        return;
    beginInsertRows({}, 0, 0);
    m_revisions.insert(m_revisions.begin(), about);
    endInsertRows();
}

void HistoryModel::setEffect(std::int64_t number, const Effect &measured)
{
    m_effects[number] = measured;
    if (const contract::ConfigRevision *about = find(number)) {
        const int row = static_cast<int>(about - m_revisions.data());
        Q_EMIT dataChanged(index(row, effect), index(row, effect));
    }
}

const contract::ConfigRevision &HistoryModel::revisionAt(int row) const
{
    return m_revisions[static_cast<std::size_t>(row)];
}

const contract::ConfigRevision *HistoryModel::find(std::int64_t number) const
{
    const auto found = std::ranges::find(m_revisions, number, &contract::ConfigRevision::revision);
    return found == m_revisions.end() ? nullptr : &*found;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_revisions.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::ConfigRevision &about = revisionAt(index.row());
    if (role == Qt::DisplayRole)
        return textOf(about, index.column());
    if (role == Qt::ToolTipRole)
        return toolTipOf(about, index.column());
    return {};
}

QString HistoryModel::textOf(const contract::ConfigRevision &about, int column) const
{
    switch (column) {
    case revision:
        return formatCount(about.revision);
    case at:
        return formatMoment(about.at, m_now);
    case actor:
        return serviceSentence(about.actor);
    case reason:
        return serviceSentence(about.reason);
    case changes:
        return changesText(about.changes, QStringLiteral(", "));
    case effect: {
        const auto found = m_effects.find(about.revision);
        return found == m_effects.end() ? formatUnknown() : effectText(found->second);
    }
    default:
        return {};
    }
}

QString HistoryModel::toolTipOf(const contract::ConfigRevision &about, int column) const
{
    if (column == at)
        return formatUtc(about.at);
    if (column == effect) {
        const auto found = m_effects.find(about.revision);
        return found == m_effects.end() ? tr("Not measured: this console did not see it happen.")
                                        : effectDetailText(found->second);
    }
    if (column == changes)
        return changesText(about.changes, QStringLiteral("\n"));
    return column == reason ? serviceSentence(about.reason) : QString();
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case revision:
        return tr("Revision");
    case at:
        return tr("When");
    case actor:
        return tr("Who");
    case reason:
        return tr("Reason");
    case changes:
        return tr("Changes");
    case effect:
        return tr("Effect");
    default:
        return {};
    }
}

QString changesText(const std::vector<contract::SettingChange> &changes, const QString &separator)
{
    QStringList texts;
    for (const contract::SettingChange &change : changes)
        texts << QStringLiteral("%1 %2 → %3")
                     .arg(QString::fromStdString(change.path), valueText(change.before),
                         valueText(change.after));
    return texts.join(separator);
}

} // namespace pult::models
