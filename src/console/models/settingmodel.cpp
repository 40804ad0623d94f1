// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/settingmodel.h"

#include <algorithm>

#include <QFont>

#include "console/models/servicesentence.h"
#include "console/models/servicetext.h"

namespace pult::models {

namespace {

/// A group's index holds no id; a setting's holds its group's row, counted from one.
constexpr quintptr kGroupId = 0;

} // namespace

void SettingModel::setSchema(std::vector<SettingGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_rows.clear();
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        for (std::size_t row = 0; row < m_groups[group].settings.size(); ++row)
            m_rows[m_groups[group].settings[row].path] = {
                static_cast<int>(group), static_cast<int>(row), {}, {}, {}, {}, {}, {}};
    }
    endResetModel();
    Q_EMIT pendingChanged();
}

void SettingModel::setConfig(const contract::ConfigReport &report)
{
    for (auto &[path, row] : m_rows) {
        row.follow(report, path);
        announce(path);
    }
    Q_EMIT pendingChanged();
}

bool SettingModel::isLagging() const
{
    return std::ranges::any_of(m_rows, [this](const auto &entry) {
        const auto &[path, row] = entry;
        const Setting &about = *find(path);
        return about.applies == contract::Applies::live && !row.isInForce(about);
    });
}

QString SettingModel::originOf(const std::string &path) const
{
    const SettingRow *row = rowFor(path);
    return row ? row->origin : QString();
}

SettingRow *SettingModel::rowFor(const std::string &path)
{
    const auto found = m_rows.find(path);
    return found == m_rows.end() ? nullptr : &found->second;
}

const SettingRow *SettingModel::rowFor(const std::string &path) const
{
    const auto found = m_rows.find(path);
    return found == m_rows.end() ? nullptr : &found->second;
}

bool SettingModel::edit(const std::string &path, const boost::json::value &value)
{
    SettingRow *row = rowFor(path);
    if (!row || find(path)->isReadOnly)
        return false;
    row->edit = isSameValue(value, row->desired) ? std::nullopt : std::optional(value);
    row->problem.clear();
    announce(path);
    return true;
}

void SettingModel::setPending(const std::string &path, const boost::json::value &value)
{
    if (edit(path, value))
        Q_EMIT pendingChanged();
}

void SettingModel::fill(const boost::json::object &mergePatch)
{
    for (const auto &[path, row] : m_rows) {
        if (const boost::json::value value = valueAt(mergePatch, path); !value.is_null())
            edit(path, value);
    }
    Q_EMIT pendingChanged();
}

void SettingModel::discard(const std::string &path)
{
    if (const SettingRow *row = rowFor(path))
        setPending(path, row->desired);
}

void SettingModel::discardAll()
{
    for (const auto &[path, row] : m_rows)
        edit(path, row.desired);
    Q_EMIT pendingChanged();
}

std::vector<contract::SettingChange> SettingModel::pending() const
{
    std::vector<contract::SettingChange> changes;
    for (const SettingGroup &group : m_groups) {
        for (const Setting &about : group.settings) {
            const SettingRow &row = m_rows.at(about.path);
            if (row.edit)
                changes.push_back({about.path, row.desired, *row.edit, about.applies});
        }
    }
    return changes;
}

boost::json::object SettingModel::pendingPatch() const
{
    boost::json::object patch;
    for (const contract::SettingChange &change : pending())
        setValueAt(patch, change.path, change.after);
    return patch;
}

std::vector<FieldError> SettingModel::setProblems(const std::vector<FieldError> &problems)
{
    for (auto &[path, row] : m_rows)
        row.problem.clear();
    std::vector<FieldError> others;
    for (const FieldError &problem : problems) {
        if (SettingRow *row = rowFor(pathOfPointer(problem.pointer)))
            row->problem = serviceSentence(problem.detail);
        else
            others.push_back(problem);
    }
    for (const auto &[path, row] : m_rows)
        announce(path);
    Q_EMIT pendingChanged();
    return others;
}

void SettingModel::announce(const std::string &path)
{
    Q_EMIT dataChanged(indexOf(path, setting), indexOf(path, newValue));
}

const Setting *SettingModel::settingAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kGroupId)
        return nullptr;
    const auto group = static_cast<std::size_t>(index.internalId() - 1);
    return &m_groups[group].settings[static_cast<std::size_t>(index.row())];
}

const Setting *SettingModel::find(const std::string &path) const
{
    return settingAt(indexOf(path));
}

QString SettingModel::problemOf(const std::string &path) const
{
    const SettingRow *row = rowFor(path);
    return row ? row->problem : QString();
}

QModelIndex SettingModel::indexOf(const std::string &path, int column) const
{
    const SettingRow *row = rowFor(path);
    if (!row)
        return {};
    return createIndex(row->rowInGroup, column, static_cast<quintptr>(row->group) + 1);
}

QModelIndex SettingModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(
        row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroupId);
}

QModelIndex SettingModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kGroupId)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kGroupId);
}

int SettingModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].settings.size());
}

int SettingModel::columnCount(const QModelIndex &) const
{
    return kColumnCount;
}

QVariant SettingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const Setting *about = settingAt(index))
        return settingData(*about, m_rows.at(about->path), index.column(), role);
    return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant SettingModel::groupData(const SettingGroup &group, int column, int role) const
{
    if (column != setting)
        return {};
    if (role == Qt::DisplayRole || role == searchRole)
        return serviceText(group.title);
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant SettingModel::settingData(
    const Setting &about, const SettingRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(about, row, column);
    case Qt::EditRole:
        return column == newValue ? variantOf(row.newValue()) : QVariant();
    case Qt::CheckStateRole:
        return column == newValue && about.type == SettingType::boolean
            ? QVariant(variantOf(row.newValue()).toBool() ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    case Qt::ToolTipRole:
        return row.problem.isEmpty() ? row.toolTip(about) : row.problem;
    case searchRole:
        return QStringList{
            fullTitle(about), QString::fromStdString(about.path), serviceText(about.description)}
            .join(QLatin1Char(' '));
    case problemRole:
        return row.problem;
    case isPendingRole:
        return row.edit.has_value();
    case isLaggingRole:
        return !row.isInForce(about);
    default:
        return {};
    }
}

QString SettingModel::textOf(const Setting &about, const SettingRow &row, int column) const
{
    switch (column) {
    case setting:
        return serviceText(about.title);
    case inForce:
        return row.inForceText(about);
    case newValue:
        return valueText(row.newValue(), about);
    default:
        return {};
    }
}

bool SettingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Setting *about = settingAt(index);
    if (!about || index.column() != newValue)
        return false;
    if (role == Qt::CheckStateRole)
        setPending(about->path, value.toInt() == Qt::Checked);
    else if (role == Qt::EditRole)
        setPending(about->path, jsonOf(value, about->type));
    else
        return false;
    return true;
}

Qt::ItemFlags SettingModel::flags(const QModelIndex &index) const
{
    if (!settingAt(index))
        return QAbstractItemModel::flags(index);
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() != newValue || settingAt(index)->isReadOnly)
        return flags;
    const bool isFlag = settingAt(index)->type == SettingType::boolean;
    return flags | (isFlag ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

QVariant SettingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case setting:
        return tr("Setting");
    case inForce:
        return tr("In force");
    case newValue:
        return tr("New value");
    default:
        return {};
    }
}

} // namespace pult::models
