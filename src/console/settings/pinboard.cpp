// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/pinboard.h"

namespace pult::settings {

PinBoard::Charts PinBoard::charts(const std::string &service) const
{
    const auto found = m_dashboards.find(service);
    return found == m_dashboards.end() ? Charts() : found->second;
}

void PinBoard::setCharts(const std::string &service, Charts charts)
{
    if (charts == this->charts(service))
        return;
    if (charts.empty())
        m_dashboards.erase(service);
    else
        m_dashboards[service] = std::move(charts);
    Q_EMIT changed(service);
}

void PinBoard::pin(const std::string &service, PinnedChart chart)
{
    Charts all = charts(service);
    all.push_back(std::move(chart));
    setCharts(service, std::move(all));
}

} // namespace pult::settings
