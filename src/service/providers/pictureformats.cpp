// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/pictureformats.h"

#include <memory>

#include <png.h>
#include <webp/encode.h>

namespace pult::service {

namespace {

constexpr float kStickerQuality = 90;

std::vector<std::uint8_t> withoutOpacity(const Bitmap &bitmap)
{
    const auto pixels =
        static_cast<std::size_t>(bitmap.width()) * static_cast<std::size_t>(bitmap.height());
    std::vector<std::uint8_t> rgb;
    rgb.reserve(3 * pixels);
    for (std::size_t pixel = 0; pixel < pixels; ++pixel)
        rgb.insert(rgb.end(), bitmap.bytes() + 4 * pixel, bitmap.bytes() + 4 * pixel + 3);
    return rgb;
}

Result<std::string> writePng(const Bitmap &bitmap, png_uint_32 format, const std::uint8_t *pixels)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(bitmap.width());
    image.height = static_cast<png_uint_32>(bitmap.height());
    image.format = format;
    image.flags = PNG_IMAGE_FLAG_FAST;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string file(size, '\0');
    if (png_image_write_to_memory(&image, file.data(), &size, 0, pixels, 0, nullptr) == 0)
        return fail(ErrorCode::internal, std::string("libpng: ") + image.message);
    file.resize(size);
    file.shrink_to_fit();
    return file;
}

} // namespace

Result<std::string> encodePng(const Bitmap &bitmap)
{
    return writePng(bitmap, PNG_FORMAT_RGB, withoutOpacity(bitmap).data());
}

Result<std::string> encodeTransparentPng(const Bitmap &bitmap)
{
    return writePng(bitmap, PNG_FORMAT_RGBA, bitmap.bytes());
}

Result<std::string> encodeWebp(const Bitmap &bitmap)
{
    std::uint8_t *bytes = nullptr;
    const std::size_t size = WebPEncodeRGBA(
        bitmap.bytes(), bitmap.width(), bitmap.height(), bitmap.stride(), kStickerQuality, &bytes);
    const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> owner(bytes, &WebPFree);
    if (size == 0)
        return fail(ErrorCode::internal, "libwebp could not encode the picture");
    return std::string(bytes, bytes + size);
}

} // namespace pult::service
