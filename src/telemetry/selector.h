// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "telemetry/seriesname.h"

namespace pult::telemetry {

/// A condition on one label. Views into constants.
struct LabelMatch {
    enum class Kind { oneOf, noneOf, startsWithOneOf };
    std::string_view label;
    Kind kind = Kind::oneOf;
    std::span<const std::string_view> values;
};

/// All series of one metric whose labels meet every condition. Views into constants.
struct Selector {
    std::string_view metric;
    std::span<const LabelMatch> conditions = {};

    [[nodiscard]] bool matches(const SeriesName &series) const;
};

} // namespace pult::telemetry
