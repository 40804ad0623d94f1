// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/seriesname.h"

#include <algorithm>

namespace pult::telemetry {

std::string_view SeriesName::label(std::string_view name) const
{
    const auto found = std::find_if(
        labels.begin(), labels.end(), [name](const auto &pair) { return pair.first == name; });
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace pult::telemetry
