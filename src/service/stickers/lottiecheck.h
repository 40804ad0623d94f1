// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"

/// Telegram asks for 512 × 512 pixels, 30 or 60 frames a second and at most 3 s; what is taken here
/// is wider, and bounded.
namespace pult::service {

inline constexpr double kMaxFrameRate = 60;
inline constexpr double kMaxAnimationSeconds = 10;
inline constexpr double kMaxAnimationSize = 4096; ///< Of width and height.
inline constexpr std::int64_t kMaxLottieLayers = 5000; ///< With every use of a composition counted.

struct LottieInfo {
    double width = 0; ///< At least 1.
    double height = 0; ///< At least 1.
    double frameRate = 0; ///< A second.
    std::int64_t frames = 0; ///< At least 1.
};

/// Whether the text is a Lottie animation that can be handed to the renderer: an animation at all,
/// within the bounds above, without pictures from files, and with compositions that don't contain
/// themselves. Any thread. Errors: invalidArgument, tooLarge; the detail says what to change.
[[nodiscard]] Result<LottieInfo> checkLottie(std::string_view json);

} // namespace pult::service
