// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demo/trafficcurve.h"

#include <cmath>
#include <numbers>

namespace pult::service {

namespace {

/// Half of what the default slots can do: slots ÷ (2 × latency).
double meanRate(contract::Kind kind)
{
    switch (kind) {
    case contract::Kind::text:
        return 6;
    case contract::Kind::image:
        return 4.4;
    case contract::Kind::video:
        return 0.32;
    case contract::Kind::sticker:
        return 3.4;
    }
    return 0;
}

double wave(Seconds time, Seconds period)
{
    return std::sin(2 * std::numbers::pi * (time / period));
}

bool isBurst(Seconds time)
{
    constexpr double kEvery = 95;
    constexpr double kFirst = 40;
    constexpr double kLength = 9;
    const double phase = std::fmod(time.count(), kEvery);
    return phase >= kFirst && phase < kFirst + kLength;
}

} // namespace

double demoJobsPerSecond(contract::Kind kind, Seconds sinceStart)
{
    const double swell =
        1 + 0.3 * wave(sinceStart, Seconds(240)) + 0.15 * wave(sinceStart, Seconds(53));
    const double burst = isBurst(sinceStart) ? 2.2 : 1;
    return meanRate(kind) * swell * burst;
}

} // namespace pult::service
