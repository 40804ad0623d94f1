// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/providers/palette.h"
#include "service/providers/scene.h"

namespace pult::service {

/// A coloured cloud in space, with stars; it slowly churns.
class NebulaScene final : public Scene {
public:
    NebulaScene(std::uint64_t seed, int octaves);
    Result<void> draw(Bitmap &bitmap, float phase, const StopCheck &check) const override;

private:
    [[nodiscard]] Colour colourAt(Point point, Point drift) const;

    Palette m_palette;
    Noise m_noise;
    int m_octaves;
};

} // namespace pult::service
