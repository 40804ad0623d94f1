// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "service/providers/palette.h"
#include "service/providers/scene.h"

namespace pult::service {

/// Ridges behind ridges under a low sun, mirrored in a lake; clouds and water move.
class LandscapeScene final : public Scene {
public:
    LandscapeScene(std::uint64_t seed, int octaves);
    Result<void> draw(Bitmap &bitmap, float phase, const StopCheck &check) const override;

private:
    using Skyline = std::vector<float>; ///< Height of a ridge, by column.

    [[nodiscard]] std::vector<Skyline> skylines(const Bitmap &bitmap) const;
    [[nodiscard]] Colour skyAt(Point point, float drift) const;
    [[nodiscard]] Colour landAt(
        Point point, const std::vector<Skyline> &ridges, std::size_t column, float drift) const;
    /// How far the water moves the mirror image at this place.
    [[nodiscard]] float rippleAt(Point point, float phase) const;

    Palette m_palette;
    Noise m_noise;
    int m_octaves;
    Point m_sun;
};

} // namespace pult::service
