// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/lottieframes.h"

#include <algorithm>
#include <cmath>

#include <rlottie.h>

namespace pult::service {

namespace {

/// Of one side, when the longer one has `size` pixels.
std::int64_t sideOf(double side, const LottieInfo &info, std::int64_t size)
{
    const double share = side / std::max(info.width, info.height);
    return std::max<std::int64_t>(1, std::llround(share * static_cast<double>(size)));
}

/// From what rlottie draws, 0xAARRGGBB times its opacity, to bytes of red, green, blue, opacity.
void unmultiply(const std::vector<std::uint32_t> &pixels, std::uint8_t *bytes)
{
    for (const std::uint32_t pixel : pixels) {
        const std::uint32_t opacity = pixel >> 24U;
        const auto channel = [&](std::uint32_t shift) {
            const std::uint32_t value = pixel >> shift & 0xffU;
            return static_cast<std::uint8_t>(
                opacity == 0 ? 0U : std::min(255U, (value * 255U + opacity / 2) / opacity));
        };
        *bytes++ = channel(16);
        *bytes++ = channel(8);
        *bytes++ = channel(0);
        *bytes++ = static_cast<std::uint8_t>(opacity);
    }
}

} // namespace

Result<std::unique_ptr<LottieFrames>> LottieFrames::open(
    std::string json, const LottieInfo &info, std::int64_t size)
{
    // It would keep every animation that it has seen.
    rlottie::configureModelCacheSize(0);
    auto animation = rlottie::Animation::loadFromData(std::move(json), {});
    if (!animation)
        return fail(ErrorCode::invalidArgument,
            "The TGS file holds no Lottie animation that rlottie can draw");
    return std::unique_ptr<LottieFrames>(new LottieFrames(std::move(animation), info, size));
}

LottieFrames::LottieFrames(
    std::unique_ptr<rlottie::Animation> animation, const LottieInfo &info, std::int64_t size)
    : m_animation(std::move(animation))
    , m_info(info)
    , m_bitmap(sideOf(info.width, info, size), sideOf(info.height, info, size))
    , m_pixels(
          static_cast<std::size_t>(m_bitmap.width()) * static_cast<std::size_t>(m_bitmap.height()))
{
}

LottieFrames::~LottieFrames() = default;

std::chrono::milliseconds LottieFrames::length(std::int64_t frame) const
{
    const auto begin = [this](std::int64_t of) {
        return std::llround(1000 * static_cast<double>(of) / m_info.frameRate);
    };
    return std::chrono::milliseconds(begin(frame + 1) - begin(frame));
}

const Bitmap &LottieFrames::draw(std::int64_t frame)
{
    std::fill(m_pixels.begin(), m_pixels.end(), 0U);
    const auto width = static_cast<std::size_t>(m_bitmap.width());
    const auto height = static_cast<std::size_t>(m_bitmap.height());
    m_animation->renderSync(static_cast<std::size_t>(frame),
        rlottie::Surface(m_pixels.data(), width, height, width * sizeof(std::uint32_t)));
    unmultiply(m_pixels, m_bitmap.bytes());
    return m_bitmap;
}

} // namespace pult::service
