// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/bitmap.h"

#include <cmath>

namespace pult::service {

namespace {

std::uint8_t toByte(float share)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255));
}

} // namespace

Bitmap::Bitmap(std::int64_t width, std::int64_t height)
    : m_width(static_cast<int>(width))
    , m_height(static_cast<int>(height))
    , m_bytes(static_cast<std::size_t>(4 * width * height))
{
}

void Bitmap::set(int x, int y, Colour colour, float opacity)
{
    std::uint8_t *pixel = m_bytes.data() + 4 * (static_cast<std::ptrdiff_t>(y) * m_width + x);
    pixel[0] = toByte(colour.red);
    pixel[1] = toByte(colour.green);
    pixel[2] = toByte(colour.blue);
    pixel[3] = toByte(opacity);
}

Point Bitmap::pointAt(int x, int y) const
{
    const auto height = static_cast<float>(m_height);
    return {(static_cast<float>(x) + 0.5F - static_cast<float>(m_width) / 2) / height,
        0.5F - (static_cast<float>(y) + 0.5F) / height};
}

} // namespace pult::service
