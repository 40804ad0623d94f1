// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "base/walltime.h"
#include "console/models/format.h"

/// Where a chart's lines and labels stand. Any thread.
namespace pult::widgets {

struct Tick {
    double position = 0; ///< The value, or milliseconds since the epoch.
    QString label;
    bool operator==(const Tick &) const = default;
};

/// The smallest of 1, 2, 5 × 10ⁿ that is not below; of bytes, the same in KiB, MiB and so on.
[[nodiscard]] double niceStep(double atLeast, models::Unit unit = models::Unit::count);

/// What a value axis shows. low <= 0 <= high.
struct ValueSpan {
    double low = 0;
    double high = 1;

    [[nodiscard]] double length() const { return high - low; }
};

/// The top of a value axis above zero: round, and lazy to shrink, so that an axis does
/// not breathe with every sample.
class AxisTop {
public:
    /// The top that shows `highest`; it shrinks only when less than half of it would be used.
    double fit(double highest, models::Unit unit = models::Unit::count);

private:
    double m_top = 0;
};

/// About four ticks within the span, zero among them, and its ends when they are round; at most
/// so many intervals as there is room for, but two.
[[nodiscard]] std::vector<Tick> valueTicks(ValueSpan span, models::Unit unit, int room = 6);

/// At most `count` ticks at round local times within the range.
[[nodiscard]] std::vector<Tick> timeTicks(WallTime from, WallTime to, int count);

} // namespace pult::widgets
