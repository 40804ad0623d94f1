// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/apnganimation.h"

#include <gtest/gtest.h>
#include <png.h>

namespace pult::service {
namespace {

Bitmap filled(Colour colour, float opacity)
{
    Bitmap bitmap(8, 4);
    for (int y = 0; y < bitmap.height(); ++y)
        for (int x = 0; x < bitmap.width(); ++x)
            bitmap.set(x, y, colour, opacity);
    return bitmap;
}

std::size_t countOf(const std::string &text, const std::string &part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

TEST(ApngAnimation, HoldsEveryFrameAndItsLength)
{
    ApngAnimation animation(3);
    for (const float red : {0.0F, 0.5F, 1.0F})
        ASSERT_TRUE(animation.add(filled({red, 0, 0}, 1), std::chrono::milliseconds(0x1234)));
    const std::string file = animation.finish();
    EXPECT_EQ(countOf(file, "acTL"), 1U);
    EXPECT_EQ(file.substr(file.find("acTL") + 4, 8), std::string("\0\0\0\3\0\0\0\0", 8));
    EXPECT_EQ(countOf(file, "fcTL"), 3U);
    EXPECT_GE(countOf(file, "fdAT"), 2U);
    EXPECT_EQ(countOf(file, "\x12\x34\x03\xe8"), 3U) << "0x1234 of 1000 parts of a second";
    EXPECT_LT(file.find("acTL"), file.find("IDAT"));
}

/// libpng checks every chunk's checksum.
TEST(ApngAnimation, IsAlsoAPictureOfTheFirstFrame)
{
    ApngAnimation animation(2);
    ASSERT_TRUE(animation.add(filled({1, 0, 0}, 1), std::chrono::milliseconds(20)));
    ASSERT_TRUE(animation.add(filled({0, 1, 0}, 0), std::chrono::milliseconds(20)));
    const std::string file = animation.finish();
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0)
        << image.message;
    EXPECT_EQ(image.width, 8U);
    EXPECT_EQ(image.height, 4U);
    image.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    ASSERT_NE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr), 0)
        << image.message;
    EXPECT_EQ(pixels.at(0), 255);
    EXPECT_EQ(pixels.at(1), 0);
    EXPECT_EQ(pixels.at(3), 255);
}

} // namespace
} // namespace pult::service
