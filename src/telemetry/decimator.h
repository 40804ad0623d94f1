// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "telemetry/functions.h"

namespace pult::telemetry {

/// What is known of a time: of a moment, or of several rolled up.
struct Sample {
    WallTime from;
    WallTime to;
    Extremes extremes;
    double value = 0; ///< That lines lead to; NaN: none.

    [[nodiscard]] WallTime middle() const { return from + (to - from) / 2; }
};

/// Puts samples, in the order of time, into pixel columns. Nothing is drawn between samples that
/// are further apart than the range's longest step. One thread at a time.
class Decimator {
public:
    /// The range must outlive it.
    explicit Decimator(const PixelRange &range);

    void add(WallTime at, double value) { add({at, at, {value, value}, value}); }
    /// Most samples fall into the column of the one before.
    void add(const Sample &sample)
    {
        if (std::isnan(sample.value) || sample.middle() >= m_openTo)
            return addElsewhere(sample);
        widen(*m_open, sample.extremes);
        remember(sample);
    }

    [[nodiscard]] std::vector<Extremes> take() { return std::move(m_columns); }

private:
    static void widen(Extremes &column, Extremes by)
    {
        if (!(column.low <= by.low))
            column.low = by.low;
        if (!(column.high >= by.high))
            column.high = by.high;
    }

    void remember(const Sample &sample)
    {
        m_lastTo = sample.to;
        m_lastMiddle = sample.middle();
        m_lastValue = sample.value;
    }

    void addElsewhere(const Sample &sample);
    [[nodiscard]] double placeOf(WallTime at) const;
    void open(double place);
    [[nodiscard]] bool isNextToOpen(double place) const;
    void fillBetween(double from, double to, double value);

    const PixelRange &m_range;
    Seconds m_perColumn;
    std::vector<Extremes> m_columns;
    Extremes *m_open = nullptr; ///< The column of the last sample,
    WallTime m_openTo = WallTime::min(); ///< and what is surely in it ends here.
    WallTime m_lastTo;
    WallTime m_lastMiddle;
    double m_lastValue = kAbsent;
};

} // namespace pult::telemetry
