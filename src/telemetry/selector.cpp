// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/selector.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

bool isMet(const LabelMatch &condition, std::string_view value)
{
    const auto &values = condition.values;
    switch (condition.kind) {
    case LabelMatch::Kind::oneOf:
        return std::find(values.begin(), values.end(), value) != values.end();
    case LabelMatch::Kind::noneOf:
        return std::find(values.begin(), values.end(), value) == values.end();
    case LabelMatch::Kind::startsWithOneOf:
        return std::any_of(values.begin(), values.end(),
            [value](std::string_view prefix) { return value.starts_with(prefix); });
    }
    return false;
}

} // namespace

bool Selector::matches(const SeriesName &series) const
{
    return series.metric == metric
        && std::all_of(conditions.begin(), conditions.end(), [&series](const auto &condition) {
               return isMet(condition, series.label(condition.label));
           });
}

} // namespace pult::telemetry
