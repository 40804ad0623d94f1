// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>

#include "base/clock.h"

namespace pult::widgets {

struct TimeRange {
    WallTime from;
    WallTime to;
    bool operator==(const TimeRange &) const = default;
};

/// What the charts of one page share: the time range and the crosshair. GUI thread.
class ChartGroup final : public QObject {
    Q_OBJECT
public:
    /// The clock must outlive the group.
    explicit ChartGroup(const Clock &clock, QObject *parent = nullptr);

    /// The range to show now. While live its end moves in steps of a sixtieth of the span, so that
    /// axes are laid out once a step and not once a sample.
    [[nodiscard]] TimeRange range() const;

    [[nodiscard]] WallTime now() const { return m_clock.wallNow(); }
    [[nodiscard]] Seconds span() const { return m_span; }
    void setSpan(Seconds span); ///< Also returns from a zoom.

    [[nodiscard]] bool isPaused() const { return m_pausedAt.has_value(); }
    void setPaused(bool paused);

    [[nodiscard]] bool isZoomed() const { return m_zoom.has_value(); }
    /// At least ten seconds wide and not in the future.
    void zoom(TimeRange range);
    /// Narrows (factor < 1) or widens around a moment; wider than the span returns to it.
    void zoomAround(WallTime center, double factor);
    /// Moves the range by that part of its width, into the past when negative; not beyond now.
    void pan(double part);
    void resetZoom();

    [[nodiscard]] std::optional<WallTime> crosshair() const { return m_crosshair; }
    void setCrosshair(std::optional<WallTime> at);

Q_SIGNALS:
    void rangeChanged(); ///< By the user; not by the passing of time.
    void crosshairChanged();

private:
    const Clock &m_clock;
    Seconds m_span{300};
    std::optional<WallTime> m_pausedAt;
    std::optional<TimeRange> m_zoom;
    std::optional<WallTime> m_crosshair;
};

} // namespace pult::widgets
