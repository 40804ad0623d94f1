// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/stickerscene.h"

namespace pult::service {

namespace {

constexpr float kRim = 0.028F;
constexpr float kEdge = 0.004F; ///< Width over which an edge is smoothed.

constexpr Colour kInk{0.13F, 0.1F, 0.17F};
constexpr Colour kWhite{1, 1, 1};

float ellipse(Point point, Point middle, float width, float height)
{
    const float x = (point.x - middle.x) / width;
    const float y = (point.y - middle.y) / height;
    return (std::sqrt(x * x + y * y) - 1) * std::min(width, height);
}

/// 1 inside, 0 outside.
float covered(float distance)
{
    return smoothStep(kEdge, -kEdge, distance);
}

/// Squashed at the bottom of its bounce, stretched on the way up.
Point bounced(Point point, float phase)
{
    const float lift = std::sin(kTurn * phase);
    const float stretch = 1 + 0.05F * lift;
    return {point.x * stretch, (point.y - 0.03F * lift) / stretch};
}

} // namespace

StickerScene::StickerScene(std::uint64_t seed)
    : m_palette(seed)
    , m_noise(seed)
    , m_bumps(2 + static_cast<int>(m_noise.cell(5, 6) * 8))
    , m_bumpSize(0.03F + 0.05F * m_noise.cell(7, 8))
    , m_eyeGap(0.09F + 0.05F * m_noise.cell(9, 10))
{
}

Result<void> StickerScene::draw(Bitmap &bitmap, float phase, const StopCheck &check) const
{
    const float openness = 0.08F + 0.92F * smoothStep(0.02F, 0.08F, std::abs(phase - 0.5F));
    return forEachPixel(bitmap, check, [&](int x, int y) {
        const Point point = bounced(bitmap.pointAt(x, y), phase);
        const float distance = outlineAt(point);
        const Colour body = mix(kWhite, faceAt(point, openness), covered(distance));
        bitmap.set(x, y, body, covered(distance - kRim));
    });
}

float StickerScene::outlineAt(Point point) const
{
    const float angle = std::atan2(point.y, point.x);
    const float radius = std::sqrt(point.x * point.x + point.y * point.y);
    const float bump = std::cos(static_cast<float>(m_bumps) * (angle - kTurn / 4));
    const float wobble =
        m_noise.layered({2 * std::cos(angle) + 8, 2 * std::sin(angle) + 8}, 2) - 0.5F;
    return radius - (0.34F + m_bumpSize * bump + 0.05F * wobble);
}

Colour StickerScene::faceAt(Point point, float openness) const
{
    const float shade = 0.72F + 0.5F * point.y + 0.18F * point.x;
    Colour colour = m_palette.at(0.3F + 0.5F * shade);
    colour = colour + kWhite * (0.2F * covered(ellipse(point, {-0.13F, 0.2F}, 0.1F, 0.05F)));
    for (const float side : {-1.0F, 1.0F}) {
        const Point eye{side * m_eyeGap, 0.05F};
        const Point glint{eye.x - 0.015F, eye.y + 0.02F};
        const Point cheek{side * (m_eyeGap + 0.075F), -0.055F};
        const float blush = 0.55F * smoothStep(0.03F, -0.03F, ellipse(point, cheek, 0.05F, 0.03F));
        colour = mix(colour, m_palette.at(0.62F) + Colour{0.2F, 0, 0.05F}, blush);
        colour = mix(colour, kInk, covered(ellipse(point, eye, 0.042F, 0.055F * openness)));
        colour = mix(
            colour, kWhite, openness * covered(ellipse(point, glint, 0.013F, 0.015F * openness)));
    }
    const float smile = std::abs(ellipse(point, {0, -0.03F}, 0.07F, 0.07F)) - 0.008F;
    return point.y < -0.055F ? mix(colour, kInk, covered(smile)) : colour;
}

} // namespace pult::service
