// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "telemetry/series/seriesname.h"

namespace pult::telemetry {

BOOST_DEFINE_ENUM_CLASS(MatchKind, oneOf, noneOf, startsWithOneOf, startsWithNoneOf)

/// A condition on one label; a missing one is empty. A value, and JSON in a profile.
struct LabelMatch {
    std::string label;
    MatchKind kind = MatchKind::oneOf;
    std::vector<std::string> values;
    bool operator==(const LabelMatch &) const = default;
};
BOOST_DESCRIBE_STRUCT(LabelMatch, (), (label, kind, values))

/// All series of one metric whose labels meet every condition. A value, and JSON in a profile.
struct Selector {
    std::string metric;
    std::vector<LabelMatch> where = {};
    double weight = 1; ///< What they count in a sum; below zero they are subtracted.

    [[nodiscard]] bool matches(const SeriesName &series) const;
    bool operator==(const Selector &) const = default;
};
BOOST_DESCRIBE_STRUCT(Selector, (), (metric, where, weight))

} // namespace pult::telemetry
