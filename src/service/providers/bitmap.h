// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "service/providers/colour.h"
#include "service/providers/noise.h"
#include "service/providers/stopcheck.h"

namespace pult::service {

/// A picture: rows from the top, four bytes a pixel (red, green, blue, opacity). A value.
class Bitmap {
public:
    Bitmap(std::int64_t width, std::int64_t height);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] const std::uint8_t *bytes() const { return m_bytes.data(); }
    [[nodiscard]] std::uint8_t *bytes() { return m_bytes.data(); }
    [[nodiscard]] int stride() const { return 4 * m_width; }

    void set(int x, int y, Colour colour, float opacity = 1);
    /// The middle of the pixel.
    [[nodiscard]] Point pointAt(int x, int y) const;

private:
    int m_width;
    int m_height;
    std::vector<std::uint8_t> m_bytes;
};

/// Calls draw(x, y) for every pixel, row by row. Errors: those of the check.
template <class Draw>
[[nodiscard]] Result<void> forEachPixel(const Bitmap &bitmap, const StopCheck &check, Draw draw)
{
    for (int y = 0; y < bitmap.height(); ++y) {
        if (auto goOn = check.mayGoOn(); !goOn)
            return goOn;
        for (int x = 0; x < bitmap.width(); ++x)
            draw(x, y);
    }
    return {};
}

} // namespace pult::service
