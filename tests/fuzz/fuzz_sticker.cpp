// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a sticker file goes through before rlottie sees it, packed and unpacked; and the message in
// which it comes to a CPU process.
#include "fuzz/fuzzing.h"
#include "service/stickers/gunzip.h"
#include "service/stickers/lottiecheck.h"
#include "service/stickers/stickerrequest.h"

namespace {

using pult::fuzz::require;

void check(std::string_view json)
{
    const auto info = pult::service::checkLottie(json);
    if (!info)
        return;
    require(info->width >= 1 && info->width <= pult::service::kMaxAnimationSize, "the width");
    require(info->height >= 1 && info->height <= pult::service::kMaxAnimationSize, "the height");
    require(info->frameRate > 0 && info->frameRate <= pult::service::kMaxFrameRate, "the rate");
    require(info->frames >= 1
            && static_cast<double>(info->frames)
                <= pult::service::kMaxFrameRate * pult::service::kMaxAnimationSeconds + 1,
        "the number of frames");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t kMostBytes = 1 << 20;
    const std::string text = pult::fuzz::textOf(data, size);
    check(text);
    if (const auto unpacked = pult::service::gunzip(text, kMostBytes)) {
        require(unpacked->size() <= kMostBytes, "no file expands beyond its bound");
        check(*unpacked);
    }
    if (const auto request = pult::service::unpackRequest(text)) {
        const auto again = pult::service::unpackRequest(pult::service::packRequest(*request));
        require(again && again->tgs == request->tgs && again->size == request->size
                && again->frame == request->frame,
            "a message packs and unpacks");
    }
    (void)pult::service::unpackArtifact(text);
    return 0;
}
