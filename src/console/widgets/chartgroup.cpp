// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartgroup.h"

#include <algorithm>

namespace pult::widgets {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNarrowest{10'000};

milliseconds inMilliseconds(Seconds length)
{
    return std::chrono::round<milliseconds>(length);
}

WallTime nextStep(WallTime now, milliseconds step)
{
    return WallTime((now.time_since_epoch() + step - milliseconds(1)) / step * step);
}

} // namespace

ChartGroup::ChartGroup(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

TimeRange ChartGroup::range() const
{
    if (m_zoom)
        return *m_zoom;
    const milliseconds span = inMilliseconds(m_span);
    const milliseconds step = std::max<milliseconds>(span / 60, std::chrono::seconds(1));
    const WallTime end = nextStep(m_pausedAt.value_or(m_clock.wallNow()), step);
    return {end - span, end};
}

void ChartGroup::setSpan(Seconds span)
{
    m_span = span;
    m_zoom.reset();
    Q_EMIT rangeChanged();
}

void ChartGroup::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_pausedAt = paused ? std::optional(m_clock.wallNow()) : std::nullopt;
    Q_EMIT rangeChanged();
}

void ChartGroup::zoom(TimeRange range)
{
    const WallTime newest = m_clock.wallNow();
    range.to = std::min(range.to, newest);
    range.from = std::min(range.from, range.to - kNarrowest);
    m_zoom = range;
    Q_EMIT rangeChanged();
}

void ChartGroup::zoomAround(WallTime center, double factor)
{
    const TimeRange now = range();
    const auto scaled = [factor](milliseconds length) {
        return inMilliseconds(Seconds(length) * factor);
    };
    const TimeRange wanted{center - scaled(center - now.from), center + scaled(now.to - center)};
    if (wanted.to - wanted.from >= inMilliseconds(m_span))
        resetZoom();
    else
        zoom(wanted);
}

void ChartGroup::pan(double part)
{
    const TimeRange now = range();
    const milliseconds room = std::max(m_clock.wallNow() - now.to, milliseconds(0));
    const milliseconds by = std::min(inMilliseconds(Seconds(now.to - now.from) * part), room);
    zoom({now.from + by, now.to + by});
}

void ChartGroup::resetZoom()
{
    if (!m_zoom)
        return;
    m_zoom.reset();
    Q_EMIT rangeChanged();
}

void ChartGroup::setCrosshair(std::optional<WallTime> at)
{
    if (at == m_crosshair)
        return;
    m_crosshair = at;
    Q_EMIT crosshairChanged();
}

} // namespace pult::widgets
