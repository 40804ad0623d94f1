// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "console/models/settingmodel.h"

namespace pult::models {

/// The pending edits of a SettingModel as a diff, one row a setting. GUI thread.
class ChangeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { setting, before, after, applies, discard, kColumnCount };
    enum Role {
        problemRole = Qt::UserRole, ///< QString: why the service refuses it; empty: it doesn't.
    };

    /// The settings outlive the model.
    explicit ChangeModel(SettingModel &settings, QObject *parent = nullptr);

    void discardRow(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    [[nodiscard]] QString textOf(const contract::SettingChange &change, int column) const;
    [[nodiscard]] QString toolTipOf(const contract::SettingChange &change, int column) const;

    SettingModel &m_settings;
    std::vector<contract::SettingChange> m_changes;
};

} // namespace pult::models
