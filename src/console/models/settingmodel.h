// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QAbstractItemModel>

#include "console/models/settingrow.h"

namespace pult::models {

/// Every setting of a service below its group: what is in force, and what the user is about to
/// make of it. Edits stay pending, also over newer configurations, until they are applied or
/// discarded. GUI thread.
class SettingModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { setting, inForce, newValue, kColumnCount };
    enum Role {
        searchRole = Qt::UserRole, ///< QString: everything that a search should find.
        problemRole, ///< QString: what is wrong with the new value; empty: nothing.
        isPendingRole, ///< bool
        isLaggingRole, ///< bool: what is in force is not what is desired.
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Forgets everything else.
    void setSchema(std::vector<SettingGroup> groups);
    [[nodiscard]] const std::vector<SettingGroup> &groups() const { return m_groups; }
    /// Newer values. Edits that they make pointless go; the others now stand against them.
    void setConfig(const contract::ConfigReport &report);
    /// A setting that changes live is not in force as desired yet.
    [[nodiscard]] bool isLagging() const;

    /// An edit back to the desired value is no edit any more.
    void setPending(const std::string &path, const boost::json::value &value);
    /// Takes over every value of a merge patch that names a known setting.
    void fill(const boost::json::object &mergePatch);
    void discard(const std::string &path);
    void discardAll();
    /// The pending edits, in the order of the settings: before is the desired value.
    [[nodiscard]] std::vector<contract::SettingChange> pending() const;
    [[nodiscard]] boost::json::object pendingPatch() const;

    /// Shows what the service refused at its rows. Answers those that belong to no setting.
    std::vector<FieldError> setProblems(const std::vector<FieldError> &problems);

    /// Null: a group.
    [[nodiscard]] const Setting *settingAt(const QModelIndex &index) const;
    /// Null: there is none.
    [[nodiscard]] const Setting *find(const std::string &path) const;
    [[nodiscard]] QString problemOf(const std::string &path) const;
    /// Where the desired value comes from: "default", "file", "environment", "api"; "" when the
    /// service does not say.
    [[nodiscard]] QString originOf(const std::string &path) const;
    [[nodiscard]] QModelIndex indexOf(const std::string &path, int column = setting) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// EditRole: double or QString, by the setting's type; a flag is set by CheckStateRole.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void pendingChanged();

private:
    using Rows = std::map<std::string, SettingRow, std::less<>>;

    [[nodiscard]] SettingRow *rowFor(const std::string &path);
    [[nodiscard]] const SettingRow *rowFor(const std::string &path) const;
    bool edit(const std::string &path, const boost::json::value &value);
    void announce(const std::string &path);
    [[nodiscard]] QVariant groupData(const SettingGroup &group, int column, int role) const;
    [[nodiscard]] QVariant settingData(
        const Setting &about, const SettingRow &row, int column, int role) const;
    [[nodiscard]] QString textOf(const Setting &about, const SettingRow &row, int column) const;

    std::vector<SettingGroup> m_groups;
    Rows m_rows;
};

} // namespace pult::models
