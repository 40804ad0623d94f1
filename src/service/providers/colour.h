// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace pult::service {

/// Red, green and blue, each 0..1, as on screen (sRGB). A value.
struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
};

[[nodiscard]] inline Colour operator+(Colour a, Colour b)
{
    return {a.red + b.red, a.green + b.green, a.blue + b.blue};
}

[[nodiscard]] inline Colour operator*(Colour a, float factor)
{
    return {a.red * factor, a.green * factor, a.blue * factor};
}

/// a at 0, b at 1.
[[nodiscard]] inline Colour mix(Colour a, Colour b, float share)
{
    return a * (1 - share) + b * share;
}

/// 0 up to `low`, 1 from `high`, smooth between.
[[nodiscard]] inline float smoothStep(float low, float high, float value)
{
    const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

} // namespace pult::service
