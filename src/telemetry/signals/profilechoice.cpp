// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/profilechoice.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace pult::telemetry {

ProfileChoice::ProfileChoice(Profiles all)
    : m_all(std::move(all))
    , m_series(m_all.size())
{
    for (std::size_t i = 0; i < m_all.size(); ++i)
        for (const std::string &metric : m_all[i]->recognisedBy)
            m_byMetric[metric].push_back(i);
}

Profiles ProfileChoice::recognise(const SeriesTable &series)
{
    Profiles recognised;
    while (m_seen < series.size()) {
        const SeriesIndex index = m_seen++;
        const auto found = m_byMetric.find(series.metric(index));
        if (found == m_byMetric.end())
            continue;
        for (const std::size_t place : found->second) {
            if (m_series[place].empty())
                recognised.push_back(m_all[place]);
            m_series[place].push_back(index);
        }
    }
    return recognised;
}

Profiles ProfileChoice::fitting(std::span<const double> values) const
{
    Profiles profiles;
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (std::any_of(m_series[i].begin(), m_series[i].end(),
                [values](SeriesIndex series) { return !std::isnan(values[series]); }))
            profiles.push_back(m_all[i]);
    return profiles;
}

Profiles ProfileChoice::remembered(std::span<const std::string_view> signalNames) const
{
    std::unordered_set<std::string_view> ids;
    for (const std::string_view name : signalNames)
        ids.insert(name.substr(0, name.find('/')));
    Profiles profiles;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(profiles), [&](const auto &each) {
        return std::any_of(each->signals.begin(), each->signals.end(),
            [&](const SignalSpec &signal) { return ids.contains(signal.id); });
    });
    return profiles;
}

} // namespace pult::telemetry
