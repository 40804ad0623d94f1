// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <vector>

#include "base/walltime.h"
#include "telemetry/series/seriesindex.h"

namespace pult::telemetry {

/// The extremes of what falls into one pixel column; NaN: a gap.
struct Extremes {
    double low = 0;
    double high = 0;
};

struct PixelRange {
    WallTime from;
    WallTime to;
    std::size_t columns = 0; ///< Above 0.
    /// Samples further apart are a gap; between nearer ones the columns are interpolated.
    Seconds longestStep{3};
};

/// What is known of a time: of a moment, or of several rolled up.
struct Sample {
    WallTime from;
    WallTime to;
    Extremes extremes;
    double value = 0; ///< That lines lead to.

    /// Of a moment.
    static Sample of(WallTime at, double value) { return {at, at, {value, value}, value}; }
    [[nodiscard]] bool isGap() const { return std::isnan(extremes.low); }
    [[nodiscard]] WallTime middle() const { return from + (to - from) / 2; }
};

/// Puts samples, in the order of time, into pixel columns. Nothing is drawn between samples that
/// are further apart than the range's longest step. One thread at a time.
class Decimator {
public:
    /// The range must outlive it.
    explicit Decimator(const PixelRange &range);

    /// sampleAt(i) for each i below the count. Most fall into the column of the one before, so that
    /// its extremes stay out of memory until another column's turn comes.
    template <class SampleAt>
    void add(std::size_t count, SampleAt sampleAt)
    {
        for (std::size_t i = 0; i < count; ++i) {
            Extremes extremes = m_open ? *m_open : Extremes{};
            const std::size_t begin = i;
            for (; i < count; ++i) {
                const Sample sample = sampleAt(i);
                if (sample.isGap() || sample.middle() >= m_openTo)
                    break;
                widen(extremes, sample.extremes);
            }
            if (i != begin) {
                *m_open = extremes;
                remember(sampleAt(i - 1));
            }
            if (i != count)
                addElsewhere(sampleAt(i));
        }
    }

    /// Oldest first, with exactly as many entries as columns.
    [[nodiscard]] std::vector<Extremes> take() { return std::move(m_columns); }

private:
    /// A column's NaN gives way.
    static void widen(Extremes &column, Extremes by)
    {
        column.low = column.low < by.low ? column.low : by.low;
        column.high = column.high > by.high ? column.high : by.high;
    }

    void remember(const Sample &sample)
    {
        m_lastTo = sample.to;
        m_lastMiddle = sample.middle();
        m_lastValue = sample.value;
    }

    void addElsewhere(const Sample &sample);
    /// In columns; exact where a column begins.
    [[nodiscard]] double placeOf(WallTime at) const
    {
        return static_cast<double>((at - m_range.from).count()) * m_width / m_span;
    }

    [[nodiscard]] bool isOutside(const Sample &sample) const
    {
        return sample.middle() < m_range.from || m_lastMiddle >= m_range.to;
    }

    void open(double place);
    void fillBetween(double from, double to, double value);

    const PixelRange &m_range;
    double m_span; ///< Of the range, in milliseconds,
    double m_width; ///< and in columns.
    std::vector<Extremes> m_columns;
    Extremes *m_open = nullptr; ///< The column of the last sample,
    double m_openEnd = 0; ///< where it ends,
    WallTime m_openTo = WallTime::min(); ///< and what is surely in it ends here.
    WallTime m_lastTo;
    WallTime m_lastMiddle = WallTime::min();
    double m_lastValue = kAbsent;
};

} // namespace pult::telemetry
