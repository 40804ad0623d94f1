// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/ratewindow.h"

#include <algorithm>

namespace pult::service {

RateWindow::RateWindow(SteadyTime start)
    : m_start(start)
{
}

void RateWindow::record(SteadyTime now)
{
    const std::int64_t number = secondOf(now);
    Second &second = m_seconds.at(static_cast<std::size_t>(number % kSeconds));
    if (second.number != number)
        second = {number, 0};
    ++second.count;
}

double RateWindow::perSecond(SteadyTime now) const
{
    const std::int64_t number = secondOf(now);
    std::int64_t total = 0;
    for (const Second &second : m_seconds)
        total += second.number > number - kSeconds ? second.count : 0;
    return static_cast<double>(total)
        / static_cast<double>(std::clamp(number + 1, std::int64_t{1}, kSeconds));
}

std::int64_t RateWindow::secondOf(SteadyTime now) const
{
    return std::chrono::floor<std::chrono::seconds>(now - m_start).count();
}

} // namespace pult::service
