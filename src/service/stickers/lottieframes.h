// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "service/providers/bitmap.h"
#include "service/stickers/lottiecheck.h"

namespace rlottie {
class Animation;
}

namespace pult::service {

/// Draws the frames of a checked animation with rlottie, which must not be trusted with foreign
/// input: only in a confined child. One thread.
class LottieFrames {
public:
    /// The longer side gets `size` pixels. Errors: invalidArgument (rlottie does not know it).
    [[nodiscard]] static Result<std::unique_ptr<LottieFrames>> open(
        std::string json, const LottieInfo &info, std::int64_t size);
    ~LottieFrames();
    LottieFrames(const LottieFrames &) = delete;
    LottieFrames &operator=(const LottieFrames &) = delete;

    [[nodiscard]] std::int64_t count() const { return m_info.frames; }
    struct Size {
        int width = 0; ///< Pixels.
        int height = 0; ///< Pixels.
    };
    [[nodiscard]] Size size() const { return {m_bitmap.width(), m_bitmap.height()}; }
    /// Of one frame; they are rounded so that together they last as long as the animation.
    [[nodiscard]] std::chrono::milliseconds length(std::int64_t frame) const;
    /// On a transparent ground; valid until the next call. 0 <= frame < count().
    [[nodiscard]] const Bitmap &draw(std::int64_t frame);

private:
    LottieFrames(
        std::unique_ptr<rlottie::Animation> animation, const LottieInfo &info, std::int64_t size);

    std::unique_ptr<rlottie::Animation> m_animation;
    LottieInfo m_info;
    Bitmap m_bitmap;
    std::vector<std::uint32_t> m_pixels; ///< As rlottie draws them.
};

} // namespace pult::service
