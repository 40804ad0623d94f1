// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <numbers>

namespace pult::service {

/// Mixes the bits of a number (the finaliser of SplitMix64 by Vigna).
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t value)
{
    value += 0x9e37'79b9'7f4a'7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d0'49bb'1331'11ebU;
    return value ^ (value >> 31U);
}

/// A full turn, in radians.
inline constexpr float kTurn = 2 * std::numbers::pi_v<float>;

/// A point of the picture: the origin in the middle, y upwards, the height is 1.
struct Point {
    float x = 0;
    float y = 0;
};

/// Smooth noise over the plane, the same for the same seed on every machine. A value.
class Noise {
public:
    explicit Noise(std::uint64_t seed);

    /// A random number 0..1 that belongs to the cell.
    [[nodiscard]] float cell(std::int32_t x, std::int32_t y) const;
    /// 0..1, features about 1 wide.
    [[nodiscard]] float at(Point point) const;
    /// Sum of octaves, each of half the size and strength: 0..1.
    [[nodiscard]] float layered(Point point, int octaves) const;

private:
    std::uint32_t m_seed;
};

} // namespace pult::service
