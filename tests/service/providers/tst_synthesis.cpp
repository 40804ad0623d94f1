// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/synthesis.h"

#include <iterator>
#include <sstream>

#include <png.h>
#include <webp/demux.h>

#include <gtest/gtest.h>

#include "contract/params.h"

namespace pult::service {
namespace {

using contract::Kind;

contract::Job makeJob(Kind kind, std::string prompt = "a lighthouse at dusk")
{
    contract::GenerateRequest request;
    request.prompt = std::move(prompt);
    contract::Job job;
    job.kind = kind;
    job.params = contract::withDefaults(kind, request);
    job.prompt = std::move(request.prompt);
    return job;
}

Artifact make(const contract::Job &job)
{
    static const SystemClock clock;
    auto made = synthesize(job, StopCheck(clock, Deadline::never(), Cancellation()));
    return made.value();
}

/// Mean difference of two pictures' samples, 0..255.
double differenceOf(const Artifact &a, const Artifact &b)
{
    const auto samples = [](const Artifact &file) {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        png_image_begin_read_from_memory(&image, file.bytes.data(), file.bytes.size());
        image.format = PNG_FORMAT_RGB;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr);
        return pixels;
    };
    const auto first = samples(a);
    const auto second = samples(b);
    double sum = 0;
    for (std::size_t i = 0; i < first.size() && i < second.size(); ++i)
        sum += std::abs(first[i] - second[i]);
    return sum / static_cast<double>(first.size());
}

WebPBitstreamFeatures featuresOf(const Artifact &file)
{
    WebPBitstreamFeatures features{};
    WebPGetFeatures(
        reinterpret_cast<const std::uint8_t *>(file.bytes.data()), file.bytes.size(), &features);
    return features;
}

std::uint32_t framesOf(const Artifact &file)
{
    const WebPData data{
        reinterpret_cast<const std::uint8_t *>(file.bytes.data()), file.bytes.size()};
    WebPDemuxer *demuxer = WebPDemux(&data);
    const std::uint32_t frames = WebPDemuxGetI(demuxer, WEBP_FF_FRAME_COUNT);
    WebPDemuxDelete(demuxer);
    return frames;
}

std::size_t wordsIn(const std::string &text)
{
    std::istringstream words(text);
    return static_cast<std::size_t>(std::distance(
        std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
}

TEST(Synthesis, AnImageIsAPngOfItsSize)
{
    contract::Job job = makeJob(Kind::image);
    job.params.width = 200;
    job.params.height = 96;
    const Artifact image = make(job);
    EXPECT_EQ(image.mediaType, "image/png");
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    ASSERT_TRUE(png_image_begin_read_from_memory(&header, image.bytes.data(), image.bytes.size()));
    EXPECT_EQ(header.width, 200U);
    EXPECT_EQ(header.height, 96U);
    png_image_free(&header);
    EXPECT_EQ(image.width, 200);
}

TEST(Synthesis, TheSameJobGivesTheSameBytes)
{
    for (const Kind kind : contract::kAllKinds)
        EXPECT_EQ(make(makeJob(kind)).bytes, make(makeJob(kind)).bytes) << contract::nameOf(kind);
}

TEST(Synthesis, OtherPromptsAndSeedsLookDifferent)
{
    const Artifact image = make(makeJob(Kind::image));
    EXPECT_GT(differenceOf(image, make(makeJob(Kind::image, "a red fox"))), 10);
    contract::Job reseeded = makeJob(Kind::image);
    reseeded.params.seed = 42;
    EXPECT_GT(differenceOf(image, make(reseeded)), 5);
    contract::Job coarse = makeJob(Kind::image);
    coarse.params.steps = 1;
    EXPECT_NE(image.bytes, make(coarse).bytes);
}

TEST(Synthesis, AVideoIsAnAnimationOfItsFrames)
{
    contract::Job job = makeJob(Kind::video);
    job.params.width = 96;
    job.params.height = 64;
    job.params.frames = 5;
    const Artifact clip = make(job);
    EXPECT_EQ(clip.mediaType, "image/webp");
    const auto features = featuresOf(clip);
    EXPECT_EQ(features.width, 96);
    EXPECT_EQ(features.height, 64);
    EXPECT_TRUE(features.has_animation);
    EXPECT_EQ(framesOf(clip), 5U);
}

TEST(Synthesis, AStickerHasATransparentGround)
{
    const auto features = featuresOf(make(makeJob(Kind::sticker)));
    EXPECT_EQ(features.width, 512);
    EXPECT_TRUE(features.has_alpha);
    EXPECT_FALSE(features.has_animation);
    contract::Job moving = makeJob(Kind::sticker);
    moving.params.frames = 3;
    EXPECT_TRUE(featuresOf(make(moving)).has_animation);
}

TEST(Synthesis, ATextHasItsWordsAndSpeaksOfThePrompt)
{
    for (const std::int64_t words : {1, 2, 3, 4, 5, 9, 17, 80, 333, 2000}) {
        contract::Job job = makeJob(Kind::text, "The keeper of a lighthouse, маяк");
        job.params.words = words;
        const std::string text = make(job).bytes;
        EXPECT_EQ(wordsIn(text), static_cast<std::size_t>(words)) << text;
        if (words > 20) {
            EXPECT_NE(text.find("keeper"), std::string::npos) << text;
            EXPECT_NE(text.find("маяк"), std::string::npos) << text;
        }
    }
    EXPECT_EQ(make(makeJob(Kind::text)).mediaType, "text/plain; charset=utf-8");
    EXPECT_EQ(wordsIn(make(makeJob(Kind::text, "!?")).bytes), 80U) << "a prompt without words";
}

TEST(Synthesis, StopsWhenItMustAndSaysWhy)
{
    const SystemClock clock;
    const Cancellation cancelled;
    cancelled.request();
    const auto past = Deadline::at(clock.now());
    for (const Kind kind : contract::kAllKinds) {
        EXPECT_EQ(
            synthesize(makeJob(kind), StopCheck(clock, Deadline::never(), cancelled)).error().code,
            ErrorCode::cancelled);
        EXPECT_EQ(synthesize(makeJob(kind), StopCheck(clock, past, Cancellation())).error().code,
            ErrorCode::deadlineExceeded);
    }
}

} // namespace
} // namespace pult::service
