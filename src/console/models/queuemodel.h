// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "contract/job.h"

namespace pult::models {

/// The queue of each kind, one row a kind, in the contract's order. GUI thread.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        kind,
        depth,
        running,
        oldestWait,
        arrivals,
        completions,
        eta,
        actions, ///< Empty: room for a view's buttons.
        kColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Empty: nothing is known.
    void setKinds(std::vector<contract::KindQueue> kinds);
    /// Takes over one kind's newer values.
    void merge(const contract::KindQueue &queue);

    [[nodiscard]] const contract::KindQueue &queueAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(contract::Kind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<contract::KindQueue> m_kinds;
};

} // namespace pult::models
