// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/silkscene.h"

namespace pult::service {

namespace {

} // namespace

SilkScene::SilkScene(std::uint64_t seed, int octaves)
    : m_palette(seed)
    , m_noise(seed)
    , m_octaves(octaves)
{
}

Result<void> SilkScene::draw(Bitmap &bitmap, float phase, const StopCheck &check) const
{
    const Point drift{0.3F * std::cos(kTurn * phase), 0.3F * std::sin(kTurn * phase)};
    return forEachPixel(bitmap, check,
        [&](int x, int y) { bitmap.set(x, y, colourAt(bitmap.pointAt(x, y), drift)); });
}

/// The cloth is a height field; light from the upper left makes its folds shine.
Colour SilkScene::colourAt(Point point, Point drift) const
{
    const int coarse = std::max(1, m_octaves - 3);
    const Point place{1.1F * point.x + 20, 1.1F * point.y + 20};
    const float bend = m_noise.layered({place.x + drift.x, place.y + drift.y}, coarse);
    const float flow = m_noise.layered(
        {place.x + 2.2F * bend, 0.8F * place.y - 1.7F * bend + 0.5F * drift.x}, coarse);
    const float fold = 21 * flow + 2.5F * point.x - 1.5F * point.y;
    const float height = 0.5F + 0.5F * std::sin(fold);
    const float shine = std::pow(0.5F + 0.5F * std::sin(fold + 0.9F), 14.0F);
    const float thread = m_noise.layered({60 * flow + 9 * bend, 3 * place.y}, 2) - 0.5F;
    const float lightness = 0.08F + 0.62F * height * (0.45F + 0.75F * bend) + 0.05F * thread;
    const float vignette = 1 - 0.35F * (point.x * point.x + point.y * point.y);
    return (m_palette.at(lightness) + m_palette.at(1) * (0.38F * shine)) * vignette;
}

} // namespace pult::service
