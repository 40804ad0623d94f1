// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerrenderer.h"

#include <fmt/format.h>

#include "service/providers/pictureformats.h"
#include "service/providers/webpanimation.h"
#include "service/stickers/apnganimation.h"
#include "service/stickers/gunzip.h"
#include "service/stickers/lottieframes.h"

namespace pult::service {

namespace {

using contract::StickerFormat;

template <class Animation>
Result<std::string> encodeFrames(LottieFrames &frames, Animation &animation)
{
    for (std::int64_t frame = 0; frame < frames.count(); ++frame) {
        const auto added = animation.add(frames.draw(frame), frames.length(frame));
        if (!added)
            return tl::unexpected(added.error());
    }
    return animation.finish();
}

Result<std::string> encodeFrame(LottieFrames &frames, std::int64_t frame)
{
    if (frame >= frames.count())
        return fail(ErrorCode::invalidArgument,
            fmt::format("There is no frame {}: the animation has {}, counted from 0", frame,
                frames.count()));
    return encodeTransparentPng(frames.draw(frame));
}

Result<std::string> encodeAs(StickerFormat format, LottieFrames &frames, std::int64_t frame)
{
    switch (format) {
    case StickerFormat::webp: {
        WebpAnimation animation(frames.size().width, frames.size().height);
        return encodeFrames(frames, animation);
    }
    case StickerFormat::apng: {
        ApngAnimation animation(frames.count());
        return encodeFrames(frames, animation);
    }
    case StickerFormat::png:
        return encodeFrame(frames, frame);
    }
    return fail(ErrorCode::unsupported, "There is no such format");
}

const char *mediaTypeOf(StickerFormat format)
{
    switch (format) {
    case StickerFormat::webp:
        return "image/webp";
    case StickerFormat::apng:
        return "image/apng";
    case StickerFormat::png:
        break;
    }
    return "image/png";
}

Result<std::unique_ptr<LottieFrames>> openFrames(const StickerRequest &request)
{
    return gunzip(request.tgs, kMaxLottieBytes).and_then([&](std::string json) {
        return checkLottie(json).and_then([&](const LottieInfo &info) {
            return LottieFrames::open(std::move(json), info, request.size);
        });
    });
}

} // namespace

Result<Artifact> renderSticker(const StickerRequest &request)
{
    return openFrames(request).and_then([&](const std::unique_ptr<LottieFrames> &frames) {
        return encodeAs(request.format, *frames, request.frame).map([&](std::string bytes) {
            return Artifact{std::move(bytes), mediaTypeOf(request.format), frames->size().width,
                frames->size().height};
        });
    });
}

} // namespace pult::service
