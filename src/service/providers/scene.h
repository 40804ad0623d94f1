// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "service/providers/bitmap.h"

namespace pult::service {

/// Something that can be drawn at any size and at any moment of a loop. One thread at a time.
class Scene {
public:
    virtual ~Scene() = default;
    /// phase: 0..1 of the loop; 1 looks as 0. Errors: those of the check.
    [[nodiscard]] virtual Result<void> draw(
        Bitmap &bitmap, float phase, const StopCheck &check) const = 0;
};

/// The scene of a picture or a clip, chosen by the seed: a landscape, a nebula or flowing silk.
/// octaves: how fine the detail is, 1..7.
[[nodiscard]] std::unique_ptr<Scene> makeScene(std::uint64_t seed, int octaves);

} // namespace pult::service
