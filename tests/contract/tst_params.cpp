// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/params.h"

#include <gtest/gtest.h>

#include "contract/base64.h"

namespace pult::contract {
namespace {

GenerateRequest prompted(std::string prompt)
{
    GenerateRequest request;
    request.prompt = std::move(prompt);
    return request;
}

TEST(Params, DefaultsOfEveryKindAreValid)
{
    for (const Kind kind : kAllKinds) {
        GenerateRequest request = prompted("a cat");
        request.params = withDefaults(kind, request);
        EXPECT_TRUE(validate(kind, request, Seconds(60))) << nameOf(kind);
    }
}

TEST(Params, TheSeedFollowsThePromptUnlessGiven)
{
    EXPECT_EQ(withDefaults(Kind::image, prompted("a")), withDefaults(Kind::image, prompted("a")));
    EXPECT_NE(withDefaults(Kind::image, prompted("a")).seed,
        withDefaults(Kind::image, prompted("b")).seed);
}

TEST(Params, EachBoundIsKept)
{
    GenerateRequest request = prompted("a");
    request.priority = 10;
    request.timeout_s = Seconds(61);
    request.params.width = 1;
    request.params.words = 5;
    const auto checked = validate(Kind::image, request, Seconds(60));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().fields.size(), 4U);
    EXPECT_FALSE(validate(Kind::text, prompted(""), Seconds(60)));
    EXPECT_FALSE(validate(Kind::text, prompted(std::string(8001, 'x')), Seconds(60)));
    request.timeout_s = Seconds(std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(validate(Kind::image, request, Seconds(60)).error().fields.size(), 4U);
}

/// Pointers of what is wrong with the parameters, each followed by a space.
std::string wrongIn(Kind kind, const JobParams &params)
{
    GenerateRequest request = prompted("a");
    request.params = params;
    const auto checked = validate(kind, request, Seconds(60));
    std::string pointers;
    if (!checked)
        for (const FieldError &error : checked.error().fields)
            pointers += error.pointer + ' ';
    return pointers;
}

JobParams withFile(std::string file = "\x1f\x8b...")
{
    JobParams params;
    params.tgs = toBase64(file);
    return params;
}

TEST(Params, AStickerFileNeedsNoPrompt)
{
    GenerateRequest request;
    request.params = withFile();
    EXPECT_TRUE(validate(Kind::sticker, request, Seconds(60)));
    const JobParams params = withDefaults(Kind::sticker, request);
    EXPECT_EQ(params.format, StickerFormat::webp);
    EXPECT_EQ(params.width, 512);
    EXPECT_EQ(params.frame, 0);
    EXPECT_FALSE(params.seed || params.frames) << "it has its own frames";
    request.params = params;
    EXPECT_TRUE(validate(Kind::sticker, request, Seconds(60)));
    EXPECT_FALSE(withDefaults(Kind::sticker, prompted("a")).format);
}

TEST(Params, AStickerFileIsCheckedWhereItStands)
{
    EXPECT_EQ(wrongIn(Kind::sticker, withFile()), "");
    EXPECT_EQ(wrongIn(Kind::sticker, withFile("PK no gzip")), "/params/tgs ");
    EXPECT_EQ(wrongIn(Kind::sticker, withFile("")), "/params/tgs ");
    EXPECT_EQ(
        wrongIn(Kind::sticker, withFile("\x1f\x8b" + std::string(kMaxTgsBytes - 2, 'x'))), "");
    EXPECT_EQ(wrongIn(Kind::sticker, withFile("\x1f\x8b" + std::string(kMaxTgsBytes - 1, 'x'))),
        "/params/tgs ");
    JobParams params = withFile();
    *params.tgs += '\n';
    EXPECT_EQ(wrongIn(Kind::sticker, params), "/params/tgs ");
    EXPECT_EQ(wrongIn(Kind::image, withFile()), "/params/tgs ");
}

TEST(Params, WhatBelongsToAStickerFileIsTakenWithItAlone)
{
    JobParams params = withFile();
    params.width = 1000;
    params.frame = -1;
    params.frames = 5;
    params.seed = 1;
    EXPECT_EQ(
        wrongIn(Kind::sticker, params), "/params/width /params/seed /params/frames /params/frame ");
    params = {};
    params.format = StickerFormat::png;
    params.width = 64;
    params.frame = 1;
    EXPECT_EQ(wrongIn(Kind::sticker, params), "/params/width /params/frame /params/format ");
    EXPECT_EQ(wrongIn(Kind::text, params), "/params/width /params/frame /params/format ");
}

} // namespace
} // namespace pult::contract
