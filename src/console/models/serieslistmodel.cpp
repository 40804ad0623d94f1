// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/serieslistmodel.h"

#include <algorithm>
#include <cmath>

#include <QFont>

#include "console/models/seriestext.h"

namespace pult::models {
namespace {

using telemetry::FoundMetric;
using telemetry::FoundMetrics;
using telemetry::FoundSeries;

bool hasSameSeries(const FoundMetric &one, const FoundMetric &other)
{
    return one.name == other.name && one.series == other.series && one.info == other.info
        && std::equal(one.listed.begin(), one.listed.end(), other.listed.begin(),
            other.listed.end(),
            [](const FoundSeries &a, const FoundSeries &b) { return a.name == b.name; });
}

/// Of a series below its metric's row: its labels.
QString labelsText(const telemetry::SeriesName &name)
{
    return seriesText(name).mid(qsizetype(QString::fromStdString(name.metric).size()));
}

} // namespace

void SeriesListModel::setFound(FoundMetrics found)
{
    if (hasSameRows(found)) {
        m_found = std::move(found);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, latest), index(rowCount() - 1, latest));
        return;
    }
    beginResetModel();
    m_found = std::move(found);
    m_rows = rowsOf(m_found);
    endResetModel();
}

std::vector<SeriesListModel::Row> SeriesListModel::rowsOf(const FoundMetrics &found)
{
    std::vector<Row> rows;
    for (std::size_t metric = 0; metric < found.metrics.size(); ++metric) {
        const FoundMetric &each = found.metrics[metric];
        if (each.series > 1)
            rows.push_back({metric, std::nullopt});
        for (std::size_t series = 0; series < each.listed.size(); ++series)
            rows.push_back({metric, series});
    }
    return rows;
}

bool SeriesListModel::hasSameRows(const FoundMetrics &other) const
{
    return std::equal(m_found.metrics.begin(), m_found.metrics.end(), other.metrics.begin(),
        other.metrics.end(), hasSameSeries);
}

const FoundMetric &SeriesListModel::metricAt(int row) const
{
    return m_found.metrics[m_rows[static_cast<std::size_t>(row)].metric];
}

const FoundSeries *SeriesListModel::seriesAt(int row) const
{
    const auto series = m_rows[static_cast<std::size_t>(row)].series;
    return series ? &metricAt(row).listed[*series] : nullptr;
}

int SeriesListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant SeriesListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    if (role == Qt::DisplayRole)
        return index.column() == name ? nameText(row) : latestText(row);
    if (role == Qt::ToolTipRole)
        return seriesAt(row) ? seriesText(seriesAt(row)->name)
                             : QString::fromStdString(metricAt(row).name);
    if (role == Qt::TextAlignmentRole && index.column() == latest)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && !seriesAt(row)) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QString SeriesListModel::nameText(int row) const
{
    const FoundSeries *series = seriesAt(row);
    if (!series)
        return QString::fromStdString(metricAt(row).name);
    return metricAt(row).series > 1 ? QStringLiteral("    ") + labelsText(series->name)
                                    : seriesText(series->name);
}

QString SeriesListModel::latestText(int row) const
{
    const FoundSeries *series = seriesAt(row);
    if (!series)
        return tr("%n series", nullptr, static_cast<int>(metricAt(row).series));
    telemetry::SeriesLine value;
    value.metric = series->name.metric;
    return format(unitOf(value), series->latest);
}

QVariant SeriesListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == name ? tr("Series") : tr("Now");
}

} // namespace pult::models
