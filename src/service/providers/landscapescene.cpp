// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/landscapescene.h"

namespace pult::service {

namespace {

constexpr int kRidges = 5;
constexpr float kShore = -0.27F;

/// 0 for the farthest ridge, 1 for the nearest.
float nearness(std::size_t ridge)
{
    return static_cast<float>(ridge) / (kRidges - 1);
}

} // namespace

LandscapeScene::LandscapeScene(std::uint64_t seed, int octaves)
    : m_palette(seed)
    , m_noise(seed)
    , m_octaves(octaves)
    , m_sun{0.7F * m_noise.cell(1, 2) - 0.35F, 0.05F + 0.25F * m_noise.cell(3, 4)}
{
}

Result<void> LandscapeScene::draw(Bitmap &bitmap, float phase, const StopCheck &check) const
{
    const std::vector<Skyline> ridges = skylines(bitmap);
    const float drift = 0.12F * std::sin(kTurn * phase);
    const int lastColumn = bitmap.width() - 1;
    return forEachPixel(bitmap, check, [&](int x, int y) {
        Point point = bitmap.pointAt(x, y);
        if (point.y >= kShore)
            return bitmap.set(x, y, landAt(point, ridges, static_cast<std::size_t>(x), drift));
        const float depth = (kShore - point.y) / (0.5F + kShore);
        const float ripple = rippleAt(point, phase);
        const int shifted = x + static_cast<int>(ripple * static_cast<float>(bitmap.height()));
        const auto column = static_cast<std::size_t>(std::clamp(shifted, 0, lastColumn));
        point = {point.x + ripple, 2 * kShore - point.y + 0.6F * std::abs(ripple)};
        const Colour mirrored = landAt(point, ridges, column, drift);
        bitmap.set(x, y, mix(mirrored, m_palette.at(0.06F), 0.18F + 0.45F * depth));
    });
}

std::vector<LandscapeScene::Skyline> LandscapeScene::skylines(const Bitmap &bitmap) const
{
    std::vector<Skyline> ridges(kRidges);
    for (std::size_t ridge = 0; ridge < ridges.size(); ++ridge) {
        const float near = nearness(ridge);
        const float frequency = 1.5F + 1.6F * near;
        const float base = 0.02F - 0.3F * near;
        const float relief = 0.36F - 0.16F * near;
        const auto row = 100 * static_cast<float>(ridge) + 0.5F;
        for (int x = 0; x < bitmap.width(); ++x) {
            const Point place{frequency * (bitmap.pointAt(x, 0).x + 9), row};
            const float height = m_noise.layered(place, m_octaves + 1) - 0.42F;
            ridges[ridge].push_back(base + relief * height * 1.6F);
        }
    }
    return ridges;
}

Colour LandscapeScene::skyAt(Point point, float drift) const
{
    const float height = smoothStep(-0.2F, 0.62F, point.y);
    const Point place{1.6F * point.x + 30 + drift, 5.5F * point.y + 30};
    const float cloud = smoothStep(0.5F, 0.85F, m_noise.layered(place, m_octaves));
    const float dx = point.x - m_sun.x;
    const float dy = point.y - m_sun.y;
    const float distance = std::sqrt(dx * dx + dy * dy);
    const float halo = 0.55F * std::exp(-5.5F * distance) + 0.25F * std::exp(-1.8F * distance);
    const float disc = smoothStep(0.078F, 0.074F, distance);
    const Colour sky = mix(m_palette.at(0.78F), m_palette.at(0.24F), height);
    const Colour clouded = mix(sky, m_palette.at(0.9F), 0.55F * cloud * (1 - 0.5F * height));
    return mix(
        clouded + m_palette.at(1) * halo * 0.6F, m_palette.at(1) + Colour{0.1F, 0.1F, 0.1F}, disc);
}

/// The nearest ridge that stands this high, paler the farther it is; mist lies between them.
Colour LandscapeScene::landAt(
    Point point, const std::vector<Skyline> &ridges, std::size_t column, float drift) const
{
    const Colour air = m_palette.at(0.74F);
    for (std::size_t ridge = ridges.size(); ridge-- > 0;) {
        const float below = ridges[ridge][column] - point.y;
        if (below <= 0)
            continue;
        const float near = nearness(ridge);
        const Colour rock = m_palette.at(0.52F - 0.5F * near);
        const float mist = (1 - near) * smoothStep(0.0F, 0.26F, below);
        const float rim = 0.16F * std::exp(-90 * below) * (1 - 0.6F * near);
        return mix(rock, air, 0.6F * mist) + m_palette.at(1) * rim;
    }
    return skyAt(point, drift);
}

float LandscapeScene::rippleAt(Point point, float phase) const
{
    const float depth = kShore - point.y;
    const float row = 70 * std::log(1 + 9 * depth);
    const Point place{3.5F * point.x + 11, row + 0.8F * std::sin(kTurn * phase)};
    return (m_noise.layered(place, 2) - 0.5F) * (0.012F + 0.11F * depth);
}

} // namespace pult::service
