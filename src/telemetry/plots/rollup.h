// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/walltime.h"
#include "telemetry/series/seriesindex.h"

namespace pult::telemetry {

/// What a rollup says of one series in one step: of the values it has there. Their columns stand
/// side by side.
enum class Figure : SeriesIndex { low, high, mean, last };
inline constexpr SeriesIndex kFigures = 4;

[[nodiscard]] constexpr SeriesIndex columnOf(SeriesIndex series, Figure figure)
{
    return series * kFigures + static_cast<SeriesIndex>(figure);
}

/// Sums up rows of many series to one row for each step of time that has any. One thread at a time.
class Rollup {
public:
    /// Requires: above zero. Steps begin at multiples of it.
    explicit Rollup(std::chrono::milliseconds step);

    [[nodiscard]] std::chrono::milliseconds step() const { return m_step; }
    [[nodiscard]] WallTime beginOf(WallTime at) const;

    struct Sum {
        WallTime at; ///< Where the step begins.
        std::span<const double> values; ///< By columnOf; NaN without values. Until the next call.
    };
    /// Takes a row, and answers the step before when that has ended with it.
    /// Requires: behind the row before.
    [[nodiscard]] std::optional<Sum> add(WallTime at, std::span<const double> values);
    /// Forgets the step under way.
    void restart();

private:
    struct Sums {
        double low = kAbsent;
        double high = kAbsent;
        double total = 0;
        double count = 0;
        double last = kAbsent;
    };
    [[nodiscard]] Sum finish();

    std::chrono::milliseconds m_step;
    std::optional<WallTime> m_begin; ///< Of the step under way.
    std::vector<Sums> m_sums;
    std::vector<double> m_row;
};

} // namespace pult::telemetry
