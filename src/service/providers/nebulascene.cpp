// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/nebulascene.h"

namespace pult::service {

namespace {

/// Stars lie on a jittered grid of this many cells over the height.
constexpr float kStarCells = 36;

/// One star in about one cell of three, each of its own brightness.
float starsAt(const Noise &noise, Point point)
{
    const float x = (point.x + 4) * kStarCells;
    const float y = (point.y + 4) * kStarCells;
    const auto column = static_cast<std::int32_t>(x);
    const auto row = static_cast<std::int32_t>(y);
    const float chance = noise.cell(column, row);
    if (chance < 0.68F)
        return 0;
    const float dx = x - static_cast<float>(column) - 0.2F - 0.6F * noise.cell(column, row + 977);
    const float dy = y - static_cast<float>(row) - 0.2F - 0.6F * noise.cell(column + 977, row);
    const float brightness = (chance - 0.68F) / 0.32F;
    const float radius = 0.02F + 0.09F * brightness * brightness;
    return brightness * std::exp(-(dx * dx + dy * dy) / (radius * radius));
}

} // namespace

NebulaScene::NebulaScene(std::uint64_t seed, int octaves)
    : m_palette(seed)
    , m_noise(seed)
    , m_octaves(octaves)
{
}

Result<void> NebulaScene::draw(Bitmap &bitmap, float phase, const StopCheck &check) const
{
    const Point drift{0.25F * std::cos(kTurn * phase), 0.25F * std::sin(kTurn * phase)};
    return forEachPixel(bitmap, check,
        [&](int x, int y) { bitmap.set(x, y, colourAt(bitmap.pointAt(x, y), drift)); });
}

/// Noise whose place is shifted by noise (domain warping, after Inigo Quilez).
Colour NebulaScene::colourAt(Point point, Point drift) const
{
    const int coarse = std::max(1, m_octaves - 2);
    const Point wide{2.2F * point.x + 40, 2.2F * point.y + 40};
    const Point warp{m_noise.layered({wide.x + drift.x, wide.y}, coarse),
        m_noise.layered({wide.x + 5.2F, wide.y + 1.3F + drift.y}, coarse)};
    const float gas =
        m_noise.layered({wide.x + 2.6F * warp.x, wide.y + 2.6F * warp.y + drift.x}, m_octaves);
    const float distance = point.x * point.x + point.y * point.y;
    const float glow = smoothStep(0.3F, 0.78F, gas) * std::exp(-1.1F * distance);
    const float filament = std::pow(1 - std::abs(2 * gas - 1), 8.0F) * warp.y;
    const float stars = starsAt(m_noise, point) * (1 - 0.7F * glow);
    const Colour body = m_palette.at(0.04F + 0.9F * glow + 0.35F * filament * (1 - glow));
    return body * (0.72F + 0.5F * warp.x) + m_palette.at(1) * (0.35F * glow * glow)
        + Colour{1, 1, 1} * stars;
}

} // namespace pult::service
