// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pult::telemetry {

/// What identifies a series: the metric's name and its labels, sorted by their names. A value.
struct SeriesName {
    std::string metric;
    std::vector<std::pair<std::string, std::string>> labels;

    /// Empty when there is no such label, which means the same as an empty one.
    [[nodiscard]] std::string_view label(std::string_view name) const;

    auto operator<=>(const SeriesName &) const = default;
};

/// As in an exposition, the same for every equal name: metric{label="value"}.
[[nodiscard]] std::string toString(const SeriesName &name);

} // namespace pult::telemetry
