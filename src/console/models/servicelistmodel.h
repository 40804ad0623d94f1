// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "console/live/servicelist.h"

namespace pult::models {

/// The services in the user's order, a row each; rows can be dragged to another place. GUI thread.
class ServiceListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        idRole = Qt::UserRole, ///< QString
        stateRole, ///< const live::ServiceState *, until the next change
    };

    /// The list must outlive the model.
    explicit ServiceListModel(live::ServiceList &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

    [[nodiscard]] int rowOf(const std::string &id) const;

private:
    void watch(int row);
    void appendRow(int row);
    void removeRow(int row);
    void moveRow(int from, int to);
    void rowChanged(int row);

    live::ServiceList &m_services;
    QStringList m_ids; ///< What the views know, while the list is already changed.
};

} // namespace pult::models

Q_DECLARE_METATYPE(const pult::live::ServiceState *)
