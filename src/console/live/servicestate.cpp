// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/servicestate.h"

#include <cmath>

namespace pult::live {

std::optional<double> ServiceState::latest(std::string_view signal) const
{
    const auto found = signals.find(signal);
    if (found == signals.end() || std::isnan(found->second.latest))
        return std::nullopt;
    return found->second.latest;
}

const std::vector<double> &ServiceState::trend(std::string_view signal) const
{
    static const std::vector<double> kNone;
    const auto found = signals.find(signal);
    return found == signals.end() ? kNone : found->second.trend;
}

} // namespace pult::live
