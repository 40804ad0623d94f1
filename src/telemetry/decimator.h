// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/functions.h"

namespace pult::telemetry {

/// What is known of a time: of a moment, or of several rolled up.
struct Sample {
    WallTime from;
    WallTime to;
    Extremes extremes;
    double value = 0; ///< That lines lead to; NaN: none.
};

/// Puts samples, in the order of time, into pixel columns. Nothing is drawn between samples that
/// are further apart than the range's longest step. One thread at a time.
class Decimator {
public:
    /// The range must outlive it.
    explicit Decimator(const PixelRange &range);

    void add(WallTime at, double value) { add({at, at, {value, value}, value}); }
    void add(const Sample &sample);

    [[nodiscard]] std::vector<Extremes> take() { return std::move(m_columns); }

private:
    void merge(double place, Extremes extremes);
    void fillBetween(double place, double value);

    const PixelRange &m_range;
    Seconds m_perColumn;
    std::vector<Extremes> m_columns;
    WallTime m_lastTo;
    double m_lastPlace = 0;
    double m_lastValue = kAbsent;
};

} // namespace pult::telemetry
