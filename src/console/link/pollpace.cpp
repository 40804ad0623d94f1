// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/pollpace.h"

namespace pult::link {

double PhaseDealer::next()
{
    constexpr unsigned places = 10;
    constexpr unsigned linksAtAPlace = 10;
    return m_dealt++ / linksAtAPlace % places / double(places);
}

PollPace::PollPace(Length interval, double phase)
    : m_interval(interval)
    , m_offset(std::chrono::floor<SteadyTime::duration>(phase * m_interval))
{
}

PollPace::Length PollPace::untilFirst(SteadyTime now) const
{
    const auto past = (now.time_since_epoch() + m_interval - m_offset) % m_interval;
    return std::chrono::ceil<Length>(m_interval - past);
}

PollPace::Length PollPace::untilNext(SteadyTime now) const
{
    const auto half = m_interval / 2;
    return std::chrono::ceil<Length>(half + untilFirst(now + half));
}

} // namespace pult::link
