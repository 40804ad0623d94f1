// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "telemetry/catalog/foundseries.h"

namespace pult::models {

/// What a search among a service's series has found: a row for each series, and above those of one
/// metric a row for all of them. GUI thread.
class SeriesListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, latest, kColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows stay when only their values have changed.
    void setFound(telemetry::FoundMetrics found);
    [[nodiscard]] const telemetry::FoundMetrics &found() const { return m_found; }

    [[nodiscard]] const telemetry::FoundMetric &metricAt(int row) const;
    /// Null: the row of the whole metric.
    [[nodiscard]] const telemetry::FoundSeries *seriesAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t metric = 0;
        std::optional<std::size_t> series; ///< None: all of the metric.
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const telemetry::FoundMetrics &found);
    [[nodiscard]] bool hasSameRows(const telemetry::FoundMetrics &other) const;
    [[nodiscard]] QString nameText(int row) const;
    [[nodiscard]] QString latestText(int row) const;

    telemetry::FoundMetrics m_found;
    std::vector<Row> m_rows;
};

} // namespace pult::models
