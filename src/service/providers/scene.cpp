// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/scene.h"

#include "service/providers/landscapescene.h"
#include "service/providers/nebulascene.h"
#include "service/providers/silkscene.h"

namespace pult::service {

std::unique_ptr<Scene> makeScene(std::uint64_t seed, int octaves)
{
    switch (mixBits(seed ^ 0x5ce9eU) % 3) {
    case 0:
        return std::make_unique<LandscapeScene>(seed, octaves);
    case 1:
        return std::make_unique<NebulaScene>(seed, octaves);
    default:
        return std::make_unique<SilkScene>(seed, octaves);
    }
}

} // namespace pult::service
