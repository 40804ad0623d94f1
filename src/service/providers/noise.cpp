// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/noise.h"

namespace pult::service {

namespace {

/// Perlin's curve without kinks up to the second derivative.
float fade(float t)
{
    return t * t * t * (t * (t * 6 - 15) + 10);
}

/// std::floor is a function call on the plainest x86-64, and this is the inner loop.
std::int32_t floorOf(float value)
{
    const auto towardsZero = static_cast<std::int32_t>(value);
    return towardsZero - (static_cast<float>(towardsZero) > value ? 1 : 0);
}

float between(float a, float b, float share)
{
    return a + (b - a) * share;
}

} // namespace

Noise::Noise(std::uint64_t seed)
    : m_seed(static_cast<std::uint32_t>(mixBits(seed) >> 32U))
{
}

float Noise::cell(std::int32_t x, std::int32_t y) const
{
    std::uint32_t hash = static_cast<std::uint32_t>(x) * 0x8da6'b343U
        ^ static_cast<std::uint32_t>(y) * 0xd816'3841U ^ m_seed;
    hash = (hash ^ hash >> 15U) * 0x2c1b'3c6dU;
    hash = (hash ^ hash >> 12U) * 0x297a'2d39U;
    return static_cast<float>((hash ^ hash >> 15U) >> 8U) / static_cast<float>(1U << 24U);
}

float Noise::at(Point point) const
{
    const std::int32_t x = floorOf(point.x);
    const std::int32_t y = floorOf(point.y);
    const float across = fade(point.x - static_cast<float>(x));
    const float low = between(cell(x, y), cell(x + 1, y), across);
    const float high = between(cell(x, y + 1), cell(x + 1, y + 1), across);
    return between(low, high, fade(point.y - static_cast<float>(y)));
}

float Noise::layered(Point point, int octaves) const
{
    float sum = 0;
    float total = 0;
    float strength = 0.5F;
    for (int i = 0; i < octaves; ++i, strength *= 0.5F) {
        sum += strength * at(point);
        total += strength;
        // Turned by the angle of a 3-4-5 triangle, so that the grids of the octaves don't align.
        point = {1.6F * point.x - 1.2F * point.y + 17, 1.2F * point.x + 1.6F * point.y + 31};
    }
    return sum / total;
}

} // namespace pult::service
