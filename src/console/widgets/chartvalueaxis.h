// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "console/widgets/chartscale.h"
#include "console/widgets/theme.h"

class QCategoryAxis;
class QChart;

namespace pult::widgets {

/// The axis at the left of a chart. It is laid out anew only when what it shows has changed:
/// QtCharts does so with every call, text by text. GUI thread.
class ChartValueAxis {
public:
    /// The chart must outlive it.
    explicit ChartValueAxis(QChart &chart);

    /// What moves by less than half a pixel stays where it is.
    void show(const std::vector<Tick> &ticks, double low, double high, double pixels);
    void dress(const Theme &theme, const QFont &font);
    [[nodiscard]] QFont font() const;

private:
    QChart &m_chart;
    QCategoryAxis *m_axis; ///< The chart's own.
    std::vector<Tick> m_ticks;
    double m_low = 0;
    double m_high = 0;
};

} // namespace pult::widgets
