// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/synthesis.h"

#include "service/providers/mediafile.h"
#include "service/providers/pictureformats.h"
#include "service/providers/scene.h"
#include "service/providers/stickerscene.h"
#include "service/providers/webpanimation.h"
#include "service/providers/writer.h"

namespace pult::service {

namespace {

constexpr std::int64_t kStickerSize = 512;
constexpr int kVideoOctaves = 4;
constexpr std::chrono::milliseconds kVideoFrame{83};
constexpr std::chrono::milliseconds kStickerFrame{60};

/// From prompt and seed: FNV-1a, then mixed.
std::uint64_t seedOf(const contract::Job &job)
{
    std::uint64_t hash = 0xcbf2'9ce4'8422'2325U;
    for (const char c : job.prompt)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01b3U;
    return mixBits(hash ^ static_cast<std::uint64_t>(job.params.seed.value_or(0)));
}

/// Each octave of detail takes twice as many steps: 1 step: 2, 25: 6, 100 and more: 8.
int octavesFor(std::int64_t steps)
{
    int octaves = 2;
    for (; steps > 1 && octaves < 8; steps /= 2)
        ++octaves;
    return octaves;
}

Result<std::string> drawPicture(const Scene &scene, Bitmap &bitmap, const StopCheck &check,
    Result<std::string> (*encode)(const Bitmap &))
{
    return scene.draw(bitmap, 0, check).and_then([&] { return encode(bitmap); });
}

Result<std::string> drawAnimation(const Scene &scene, Bitmap &bitmap, std::int64_t frames,
    std::chrono::milliseconds length, const StopCheck &check)
{
    WebpAnimation animation(bitmap.width(), bitmap.height());
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        const float phase = static_cast<float>(frame) / static_cast<float>(frames);
        const auto added = scene.draw(bitmap, phase, check).and_then([&] {
            return animation.add(bitmap, length);
        });
        if (!added)
            return tl::unexpected(added.error());
    }
    return animation.finish();
}

Result<Artifact> asArtifact(Result<std::string> bytes, const char *mediaType, const Bitmap &bitmap)
{
    return std::move(bytes).map([&](std::string content) {
        return Artifact{std::move(content), mediaType, bitmap.width(), bitmap.height()};
    });
}

Result<Artifact> makeImage(const contract::Job &job, const StopCheck &check)
{
    Bitmap bitmap(*job.params.width, *job.params.height);
    const auto scene = makeScene(seedOf(job), octavesFor(*job.params.steps));
    return asArtifact(drawPicture(*scene, bitmap, check, &encodePng), "image/png", bitmap);
}

Result<Artifact> makeVideo(const contract::Job &job, const StopCheck &check)
{
    Bitmap bitmap(*job.params.width, *job.params.height);
    const auto scene = makeScene(seedOf(job), kVideoOctaves);
    auto clip = drawAnimation(*scene, bitmap, *job.params.frames, kVideoFrame, check);
    return asArtifact(std::move(clip), "image/webp", bitmap);
}

Result<Artifact> makeSticker(const contract::Job &job, const StopCheck &check)
{
    Bitmap bitmap(kStickerSize, kStickerSize);
    const StickerScene scene(seedOf(job));
    const std::int64_t frames = *job.params.frames;
    auto sticker = frames > 1 ? drawAnimation(scene, bitmap, frames, kStickerFrame, check)
                              : drawPicture(scene, bitmap, check, &encodeWebp);
    return asArtifact(std::move(sticker), "image/webp", bitmap);
}

Artifact makeText(const contract::Job &job)
{
    Writer writer(job.prompt, seedOf(job));
    return textArtifact(writer.write(*job.params.words));
}

} // namespace

Result<Artifact> synthesize(const contract::Job &job, const StopCheck &check)
{
    if (auto goOn = check.mayGoOn(); !goOn)
        return tl::unexpected(std::move(goOn.error()));
    switch (job.kind) {
    case contract::Kind::text:
        return makeText(job);
    case contract::Kind::image:
        return makeImage(job, check);
    case contract::Kind::video:
        return makeVideo(job, check);
    case contract::Kind::sticker:
        return makeSticker(job, check);
    }
    return fail(ErrorCode::unsupported, "There is no such kind");
}

} // namespace pult::service
