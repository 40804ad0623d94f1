// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/recentoutcomes.h"

#include <algorithm>

namespace pult::service {

void RecentOutcomes::add(SteadyTime at, bool isFailure)
{
    m_outcomes.push_back({at, isFailure});
    if (m_outcomes.size() > kCount)
        m_outcomes.pop_front();
}

std::optional<double> RecentOutcomes::failureRatio(SteadyTime now) const
{
    if (m_outcomes.size() < kCount || now - m_outcomes.front().at > kLength)
        return std::nullopt;
    const auto failures = std::count_if(m_outcomes.begin(), m_outcomes.end(),
        [](const Outcome &outcome) { return outcome.isFailure; });
    return static_cast<double>(failures) / static_cast<double>(kCount);
}

} // namespace pult::service
