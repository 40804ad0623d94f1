// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/changemodel.h"

#include <algorithm>

#include "console/models/labels.h"

namespace pult::models {

ChangeModel::ChangeModel(SettingModel &settings, QObject *parent)
    : QAbstractTableModel(parent)
    , m_settings(settings)
{
    connect(&settings, &SettingModel::pendingChanged, this, &ChangeModel::rebuild);
    rebuild();
}

void ChangeModel::rebuild()
{
    std::vector<contract::SettingChange> changes = m_settings.pending();
    if (std::ranges::equal(changes, m_changes, {}, &contract::SettingChange::path,
            &contract::SettingChange::path)) {
        m_changes = std::move(changes);
        if (!m_changes.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
        return;
    }
    beginResetModel();
    m_changes = std::move(changes);
    endResetModel();
}

void ChangeModel::discardRow(int row)
{
    const std::string path = m_changes[static_cast<std::size_t>(row)].path;
    m_settings.discard(path);
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::SettingChange &change = m_changes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(change, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(change, index.column());
    case problemRole:
        return m_settings.problemOf(change.path);
    case Qt::TextAlignmentRole:
        return index.column() == discard ? QVariant(Qt::AlignCenter) : QVariant();
    default:
        return {};
    }
}

QString ChangeModel::textOf(const contract::SettingChange &change, int column) const
{
    const Setting *about = m_settings.find(change.path);
    switch (column) {
    case setting:
        return about ? fullTitle(*about) : QString::fromStdString(change.path);
    case before:
        return about ? valueText(change.before, *about) : valueText(change.before);
    case after:
        return about ? valueText(change.after, *about) : valueText(change.after);
    case applies:
        return appliesText(change.applies);
    case discard:
        return QStringLiteral("✕");
    default:
        return {};
    }
}

QString ChangeModel::toolTipOf(const contract::SettingChange &change, int column) const
{
    if (column == discard)
        return tr("Discard this change");
    const QString problem = m_settings.problemOf(change.path);
    return problem.isEmpty() ? QString::fromStdString(change.path) : problem;
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case setting:
        return tr("Setting");
    case before:
        return tr("Before");
    case after:
        return tr("After");
    case applies:
        return tr("In force");
    default:
        return {};
    }
}

} // namespace pult::models
