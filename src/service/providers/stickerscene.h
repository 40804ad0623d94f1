// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/providers/palette.h"
#include "service/providers/scene.h"

namespace pult::service {

/// A cheerful creature with a white rim on a transparent ground; it bounces and blinks.
class StickerScene final : public Scene {
public:
    explicit StickerScene(std::uint64_t seed);
    Result<void> draw(Bitmap &bitmap, float phase, const StopCheck &check) const override;

private:
    /// Distance to the body's outline, about in heights; negative inside.
    [[nodiscard]] float outlineAt(Point point) const;
    [[nodiscard]] Colour faceAt(Point point, float openness) const;

    Palette m_palette;
    Noise m_noise;
    int m_bumps; ///< Ears, petals or spikes around the body.
    float m_bumpSize;
    float m_eyeGap;
};

} // namespace pult::service
