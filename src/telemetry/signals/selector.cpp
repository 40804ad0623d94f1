// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/selector.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

bool isMet(const LabelMatch &condition, std::string_view value)
{
    const auto &values = condition.values;
    const auto equals = [value](const std::string &each) { return value == each; };
    const auto begins = [value](const std::string &each) { return value.starts_with(each); };
    switch (condition.kind) {
    case MatchKind::oneOf:
        return std::any_of(values.begin(), values.end(), equals);
    case MatchKind::noneOf:
        return std::none_of(values.begin(), values.end(), equals);
    case MatchKind::startsWithOneOf:
        return std::any_of(values.begin(), values.end(), begins);
    case MatchKind::startsWithNoneOf:
        return std::none_of(values.begin(), values.end(), begins);
    }
    return false;
}

} // namespace

bool Selector::matches(const SeriesName &series) const
{
    return series.metric == metric
        && std::all_of(where.begin(), where.end(), [&series](const auto &condition) {
               return isMet(condition, series.label(condition.label));
           });
}

} // namespace pult::telemetry
