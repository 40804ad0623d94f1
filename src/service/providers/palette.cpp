// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/palette.h"

#include <numbers>

#include "service/providers/noise.h"

namespace pult::service {

namespace {

using Stops = std::array<std::uint32_t, 5>;

constexpr std::array<Stops, 12> kPalettes{{
    {0x1b1035, 0x4a1f6b, 0xb4426b, 0xf08a5d, 0xffd9a0}, // dusk
    {0x061a2b, 0x0b3c5d, 0x1f7a8c, 0x7fd1c7, 0xf2f7e9}, // lagoon
    {0x0b1d17, 0x1e4d3b, 0x4f8a5b, 0xb7c77a, 0xfdf3c4}, // forest
    {0x07112b, 0x123a6b, 0x1f9e8f, 0x8be28b, 0xf4ffd6}, // aurora
    {0x2b1420, 0x7a2e2e, 0xc8663a, 0xeeb26b, 0xfff0cf}, // desert
    {0x1a0b2e, 0x56256f, 0xb04aa5, 0xf29ac2, 0xffe6ee}, // orchid
    {0x140b0d, 0x4d1118, 0xb3261e, 0xf2762e, 0xffe08a}, // ember
    {0x0c1836, 0x27508c, 0x5d9bd3, 0xb4dcf2, 0xffffff}, // glacier
    {0x101428, 0x3d3a6b, 0x8b6fa8, 0xe3a7a0, 0xfce8c8}, // dawn
    {0x0a0618, 0x2d0f5e, 0x7b1fd1, 0x17c3e5, 0xe8fbff}, // neon
    {0x12222e, 0x274c5e, 0xd9795d, 0xf4c095, 0xfff6e5}, // coast
    {0x0e1b2a, 0x1f4068, 0x6a4c93, 0xe0569b, 0xffc75f}, // carnival
}};

/// How far a palette's hues are turned at most, so that it stays itself.
constexpr float kHueTurn = 14 * std::numbers::pi_v<float> / 180;

Colour fromHex(std::uint32_t rgb)
{
    const auto part = [rgb](unsigned shift) {
        return static_cast<float>(rgb >> shift & 0xffU) / 255;
    };
    return {part(16), part(8), part(0)};
}

/// Turns the hue about the grey axis.
Colour turned(Colour colour, float angle)
{
    const float cosine = std::cos(angle);
    const float third = (1 - cosine) / 3;
    const float sine = std::sin(angle) / std::numbers::sqrt3_v<float>;
    const auto [r, g, b] = colour;
    const Colour result{(cosine + third) * r + (third - sine) * g + (third + sine) * b,
        (third + sine) * r + (cosine + third) * g + (third - sine) * b,
        (third - sine) * r + (third + sine) * g + (cosine + third) * b};
    return {std::clamp(result.red, 0.0F, 1.0F), std::clamp(result.green, 0.0F, 1.0F),
        std::clamp(result.blue, 0.0F, 1.0F)};
}

} // namespace

Palette::Palette(std::uint64_t seed)
    : m_stops{}
{
    const std::uint64_t bits = mixBits(seed);
    const Stops &stops = kPalettes.at(bits % kPalettes.size());
    const float share = static_cast<float>(bits >> 40U) / static_cast<float>(1U << 24U);
    for (std::size_t i = 0; i < stops.size(); ++i)
        m_stops.at(i) = turned(fromHex(stops.at(i)), kHueTurn * (2 * share - 1));
}

Colour Palette::at(float lightness) const
{
    const float place = std::clamp(lightness, 0.0F, 1.0F) * static_cast<float>(m_stops.size() - 1);
    const auto stop = std::min(static_cast<std::size_t>(place), m_stops.size() - 2);
    return mix(m_stops.at(stop), m_stops.at(stop + 1), place - static_cast<float>(stop));
}

} // namespace pult::service
