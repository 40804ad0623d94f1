// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerrequest.h"

#include <set>

#include <gtest/gtest.h>

#include "contract/base64.h"

namespace pult::service {
namespace {

using contract::StickerFormat;

const StickerRequest kRequest{std::string("\n\0\xff{}", 5), StickerFormat::apng, 100, 7};

TEST(StickerRequest, ComesFromTheParametersOfAJob)
{
    contract::JobParams params;
    params.tgs = contract::toBase64(kRequest.tgs);
    params.format = StickerFormat::png;
    params.width = 64;
    params.frame = 3;
    const auto request = stickerRequest(params);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->tgs, kRequest.tgs);
    EXPECT_EQ(request->format, StickerFormat::png);
    EXPECT_EQ(request->size, 64);
    EXPECT_EQ(request->frame, 3);
}

TEST(StickerRequest, GoesToAChildAndBackAsItIs)
{
    const auto request = unpackRequest(packRequest(kRequest));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->tgs, kRequest.tgs);
    EXPECT_EQ(packRequest(*request), packRequest(kRequest));
    const auto artifact = unpackArtifact(packArtifact({"a\nb", "image/webp", 3, 4}));
    ASSERT_TRUE(artifact);
    EXPECT_EQ(artifact->bytes, "a\nb");
    EXPECT_EQ(artifact->mediaType, "image/webp");
    EXPECT_EQ(artifact->height, 4);
    EXPECT_EQ(unpackRequest("no line").error().code, ErrorCode::corrupt);
    EXPECT_EQ(unpackRequest("[]\n").error().code, ErrorCode::corrupt);
}

TEST(StickerRequest, EverythingThatMattersMakesTheId)
{
    std::set<std::string> ids{stickerId(kRequest)};
    for (StickerRequest other :
        {StickerRequest{"x", kRequest.format, kRequest.size, kRequest.frame},
            StickerRequest{kRequest.tgs, StickerFormat::webp, kRequest.size, kRequest.frame},
            StickerRequest{kRequest.tgs, kRequest.format, 99, kRequest.frame},
            StickerRequest{kRequest.tgs, kRequest.format, kRequest.size, 8}})
        ids.insert(stickerId(other));
    EXPECT_EQ(ids.size(), 5U);
    EXPECT_EQ(ids.count(stickerId(StickerRequest(kRequest))), 1U);
    EXPECT_EQ(ids.begin()->size(), 32U);
}

} // namespace
} // namespace pult::service
