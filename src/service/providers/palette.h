// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "service/providers/colour.h"

namespace pult::service {

/// Five colours from dark to light that go well together, chosen by a seed. A value.
class Palette {
public:
    explicit Palette(std::uint64_t seed);

    /// 0: the darkest, 1: the lightest; smooth between, clamped outside.
    [[nodiscard]] Colour at(float lightness) const;

private:
    std::array<Colour, 5> m_stops;
};

} // namespace pult::service
