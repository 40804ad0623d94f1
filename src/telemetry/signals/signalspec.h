// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/walltime.h"
#include "telemetry/signals/selector.h"
#include "telemetry/signals/unit.h"

namespace pult::telemetry {

/// What is made of the series that a signal's selectors choose.
BOOST_DEFINE_ENUM_CLASS(Operation,
    sum, ///< Of the newest values of `of`.
    max, ///< The highest of the newest values of `of`.
    ratio, ///< Sum of `of` by sum of `by`.
    rate, ///< Sum of the rates of `of`, a second.
    rateRatio, ///< Sum of the rates of `of` by that of `by`.
    increase, ///< Sum of what the counters `of` grew in the window.
    derivative, ///< Sum of the slopes of the gauges `of`, a second.
    quantile) ///< Of the classic buckets `of`, summed by bound.

/// One figure that is known of a target, computed once a scrape; or, split by a label, one for each
/// of its values. A value, and JSON in a profile.
struct SignalSpec {
    std::string id; ///< Letters, digits, dots and underscores; of all profiles its own.
    std::string title; ///< In English.
    Unit unit = Unit::count;
    Operation operation = Operation::sum;
    std::vector<Selector> of;
    std::vector<Selector> by = {}; ///< Of ratios.
    std::string split = {}; ///< A label.
    Seconds window{0}; ///< Of all that looks back.
    double part = 0; ///< Of quantiles, 0..1.
    bool operator==(const SignalSpec &) const = default;
};
BOOST_DESCRIBE_STRUCT(SignalSpec, (), (id, title, unit, operation, of, by, split, window, part))

/// What a signal is called on disk: "pool_use/store"; without a label "queued/".
[[nodiscard]] std::string nameOf(std::string_view signal, std::string_view label);

/// Whether it looks back over its window.
[[nodiscard]] bool hasWindow(Operation operation);
/// Whether it divides by `by`.
[[nodiscard]] bool isRatio(Operation operation);

} // namespace pult::telemetry
