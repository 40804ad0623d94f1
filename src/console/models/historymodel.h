// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "console/models/effect.h"
#include "contract/config.h"

namespace pult::models {

/// The revisions of a service's configuration, newest first, with the effect of those that this
/// console saw happen. GUI thread.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { revision, at, actor, reason, changes, effect, kColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRevisions(std::vector<contract::ConfigRevision> revisions);
    /// Puts it on top unless it is known.
    void add(const contract::ConfigRevision &revision);
    void setEffect(std::int64_t revision, const Effect &effect);
    /// The moment that tells today's times from others.
    void setNow(WallTime now) { m_now = now; }

    [[nodiscard]] const contract::ConfigRevision &revisionAt(int row) const;
    /// Null: not among those loaded.
    [[nodiscard]] const contract::ConfigRevision *find(std::int64_t revision) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const contract::ConfigRevision &about, int column) const;
    [[nodiscard]] QString toolTipOf(const contract::ConfigRevision &about, int column) const;

    std::vector<contract::ConfigRevision> m_revisions;
    std::map<std::int64_t, Effect> m_effects;
    WallTime m_now;
};

/// "workers.image 2 → 8, …": paths and values stand as they are.
[[nodiscard]] QString changesText(
    const std::vector<contract::SettingChange> &changes, const QString &separator);

} // namespace pult::models
