// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/servicelistmodel.h"

#include <QMimeData>

namespace pult::models {
namespace {

const QString kRowType = QStringLiteral("application/x-pult-service-row");

QString idOf(const live::Service &service)
{
    return QString::fromStdString(service.address().id);
}

} // namespace

ServiceListModel::ServiceListModel(live::ServiceList &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
{
    for (int row = 0; row < services.count(); ++row) {
        m_ids << idOf(services.at(row));
        watch(row);
    }
    connect(&services, &live::ServiceList::added, this, &ServiceListModel::appendRow);
    connect(&services, &live::ServiceList::removed, this, &ServiceListModel::removeRow);
    connect(&services, &live::ServiceList::moved, this, &ServiceListModel::moveRow);
    connect(&services, &live::ServiceList::edited, this, &ServiceListModel::rowChanged);
}

int ServiceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ServiceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &id = m_ids[index.row()];
    if (role == idRole)
        return id;
    const live::Service *service = m_services.find(id.toStdString());
    if (!service)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QString::fromStdString(service->address().name);
    if (role == Qt::ToolTipRole)
        return service->address().url.toString();
    return role == stateRole ? QVariant::fromValue(&service->state()) : QVariant();
}

Qt::ItemFlags ServiceListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

Qt::DropActions ServiceListModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList ServiceListModel::mimeTypes() const
{
    return {kRowType};
}

QMimeData *ServiceListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *dragged = new QMimeData;
    if (!indexes.isEmpty())
        dragged->setData(kRowType, QByteArray::number(indexes.first().row()));
    return dragged;
}

bool ServiceListModel::dropMimeData(
    const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &)
{
    bool isRow = false;
    const int from = data->data(kRowType).toInt(&isRow);
    if (!isRow || from < 0 || from >= rowCount())
        return false;
    const int gap = row < 0 ? rowCount() : row;
    const int to = gap > from ? gap - 1 : gap;
    if (to != from)
        m_services.move(from, to);
    // The list has moved the row already: the view must not remove the dragged one.
    return false;
}

int ServiceListModel::rowOf(const std::string &id) const
{
    return static_cast<int>(m_ids.indexOf(QString::fromStdString(id)));
}

void ServiceListModel::watch(int row)
{
    const live::Service &service = m_services.at(row);
    connect(&service, &live::Service::stateChanged, this,
        [this, &service] { rowChanged(rowOf(service.address().id)); });
}

void ServiceListModel::appendRow(int row)
{
    beginInsertRows({}, row, row);
    m_ids.insert(row, idOf(m_services.at(row)));
    endInsertRows();
    watch(row);
}

void ServiceListModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_ids.removeAt(row);
    endRemoveRows();
}

void ServiceListModel::moveRow(int from, int to)
{
    if (from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_ids.move(from, to);
    endMoveRows();
}

void ServiceListModel::rowChanged(int row)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace pult::models
