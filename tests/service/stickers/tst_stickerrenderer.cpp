// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerrenderer.h"

#include <array>

#include <gtest/gtest.h>
#include <png.h>
#include <webp/demux.h>

#include "support/tgsfile.h"

namespace pult::service {
namespace {

using contract::StickerFormat;
using test::LottieText;

StickerRequest asPng(const LottieText &text, std::int64_t size, std::int64_t frame)
{
    return {text.tgs(), StickerFormat::png, size, frame};
}

struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint8_t> bytes;

    [[nodiscard]] std::array<int, 4> at(std::uint32_t x, std::uint32_t y) const
    {
        const std::size_t begin = 4 * (std::size_t{y} * width + x);
        return {bytes.at(begin), bytes.at(begin + 1), bytes.at(begin + 2), bytes.at(begin + 3)};
    }
};

Pixels readPng(const std::string &file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    EXPECT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0);
    image.format = PNG_FORMAT_RGBA;
    Pixels pixels{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    EXPECT_NE(png_image_finish_read(&image, nullptr, pixels.bytes.data(), 0, nullptr), 0);
    return pixels;
}

constexpr std::array kRed{255, 0, 0, 255};
constexpr std::array kNothing{0, 0, 0, 0};

TEST(StickerRenderer, DrawsTheChosenFrameOnNothing)
{
    const LottieText text{"60", "61"};
    const auto first = renderSticker(asPng(text, 512, 0));
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->mediaType, "image/png");
    EXPECT_EQ(first->width, 512);
    const Pixels left = readPng(first->bytes);
    EXPECT_EQ(left.at(100, 256), kRed);
    EXPECT_EQ(left.at(400, 256), kNothing);
    const auto last = renderSticker(asPng(text, 512, 60));
    ASSERT_TRUE(last) << last.error().detail;
    const Pixels right = readPng(last->bytes);
    EXPECT_EQ(right.at(100, 256), kNothing);
    EXPECT_EQ(right.at(400, 256), kRed);
}

TEST(StickerRenderer, DrawsInTheSizeThatIsAskedFor)
{
    const auto made = renderSticker(asPng({}, 64, 0));
    ASSERT_TRUE(made) << made.error().detail;
    const Pixels pixels = readPng(made->bytes);
    EXPECT_EQ(pixels.width, 64U);
    EXPECT_EQ(pixels.height, 64U);
    EXPECT_EQ(pixels.at(12, 32), kRed);
}

TEST(StickerRenderer, MakesAnAnimatedWebpOfTheSameLength)
{
    const auto made = renderSticker({LottieText{"60", "30"}.tgs(), StickerFormat::webp, 128, 0});
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->mediaType, "image/webp");
    const WebPData file{
        reinterpret_cast<const std::uint8_t *>(made->bytes.data()), made->bytes.size()};
    WebPAnimDecoder *decoder = WebPAnimDecoderNew(&file, nullptr);
    ASSERT_NE(decoder, nullptr);
    WebPAnimInfo info{};
    WebPAnimDecoderGetInfo(decoder, &info);
    EXPECT_EQ(info.canvas_width, 128U);
    EXPECT_GT(info.frame_count, 1U);
    std::uint8_t *pixels = nullptr;
    int timestamp = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder) != 0)
        ASSERT_NE(WebPAnimDecoderGetNext(decoder, &pixels, &timestamp), 0);
    EXPECT_EQ(timestamp, 500);
    WebPAnimDecoderDelete(decoder);
}

TEST(StickerRenderer, MakesAnAnimatedPng)
{
    const auto made = renderSticker({LottieText{}.tgs(), StickerFormat::apng, 64, 0});
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->mediaType, "image/apng");
    EXPECT_NE(made->bytes.find(std::string("acTL\0\0\0\x0c", 8)), std::string::npos) << "12 frames";
    EXPECT_EQ(readPng(made->bytes).at(12, 32), kRed);
}

TEST(StickerRenderer, BrokenFilesFailWithAReason)
{
    const auto whyNot = [](const StickerRequest &request) {
        const auto made = renderSticker(request);
        return made ? std::string() : made.error().detail;
    };
    EXPECT_NE(whyNot({test::gzipped(std::string(32U << 20U, ' ')), {}, 512, 0})
                  .find("expands to more than 8 MiB"),
        std::string::npos);
    const std::string whole = LottieText{}.tgs();
    EXPECT_NE(
        whyNot({whole.substr(0, whole.size() / 2), {}, 512, 0}).find("cut off"), std::string::npos);
    EXPECT_NE(whyNot({test::gzipped("{}"), {}, 512, 0}).find("no Lottie"), std::string::npos);
    EXPECT_NE(whyNot(asPng({}, 512, 12)).find("There is no frame 12"), std::string::npos);
}

} // namespace
} // namespace pult::service
