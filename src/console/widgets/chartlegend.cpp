// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartlegend.h"

#include <algorithm>

#include "console/widgets/chartlines.h"
#include "console/widgets/flowlayout.h"
#include "console/widgets/legendentry.h"
#include "console/widgets/tracetitles.h"

namespace pult::widgets {

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(this, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::showValues(const live::ChartData &chart, std::optional<double> share)
{
    dropEntriesMissingIn(chart);
    const std::vector<QString> titles = traceTitles(chart);
    const std::vector<std::size_t> places = tracePlaces(chart.traces);
    for (std::size_t i = 0; i < chart.traces.size(); ++i) {
        const live::Trace &trace = chart.traces[i];
        LegendEntry &shown = entry(trace.name);
        shown.setTitle(titles[i]);
        shown.setPlace(places[i]);
        shown.setValue(models::format(m_unit, share ? valueAt(trace, *share) : trace.latest));
    }
}

LegendEntry &ChartLegend::entry(const std::string &name)
{
    if (const auto found = m_entries.find(name); found != m_entries.end())
        return *found->second;
    auto *made = new LegendEntry(QString::fromStdString(name), this);
    layout()->addWidget(made);
    m_entries.emplace(name, made);
    connect(made, &LegendEntry::toggled, this, [this, name](bool isShown) {
        if (isShown)
            m_hidden.erase(name);
        else
            m_hidden.insert(name);
        Q_EMIT hiddenChanged();
    });
    return *made;
}

void ChartLegend::dropEntriesMissingIn(const live::ChartData &chart)
{
    std::erase_if(m_entries, [&](const auto &named) {
        const bool isMissing = std::none_of(chart.traces.begin(), chart.traces.end(),
            [&](const live::Trace &trace) { return trace.name == named.first; });
        if (isMissing)
            named.second->deleteLater();
        return isMissing;
    });
}

} // namespace pult::widgets
