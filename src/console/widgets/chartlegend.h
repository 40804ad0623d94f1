// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include <QWidget>

#include "console/live/chartdata.h"
#include "console/models/format.h"

namespace pult::widgets {

class LegendEntry;

/// The traces of a chart with their values, each a button that hides its trace. GUI thread.
class ChartLegend final : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setUnit(models::Unit unit) { m_unit = unit; }
    /// Shows the values at a share of the range, or the newest ones.
    void showValues(const live::ChartData &chart, std::optional<double> share);
    [[nodiscard]] const std::set<std::string> &hidden() const { return m_hidden; }

Q_SIGNALS:
    void hiddenChanged();

private:
    LegendEntry &entry(const std::string &name);
    void dropEntriesMissingIn(const live::ChartData &chart);

    models::Unit m_unit = models::Unit::count;
    std::map<std::string, LegendEntry *> m_entries;
    std::set<std::string> m_hidden;
};

} // namespace pult::widgets
