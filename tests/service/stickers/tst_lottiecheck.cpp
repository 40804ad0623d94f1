// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/lottiecheck.h"

#include <gtest/gtest.h>

#include "support/tgsfile.h"

namespace pult::service {
namespace {

using test::LottieText;

/// The failure, or "" when there is none.
std::string wrongWith(const std::string &json)
{
    const auto checked = checkLottie(json);
    return checked ? std::string() : checked.error().detail;
}

std::string use(const std::string &composition)
{
    return R"({"ty":0,"refId":")" + composition + R"(","ip":0,"op":60,"ks":{}})";
}

std::string composition(const std::string &id, const std::string &layers)
{
    return R"({"id":")" + id + R"(","layers":[)" + layers + "]}";
}

TEST(LottieCheck, TellsWhatItFound)
{
    const auto info = checkLottie(LottieText{"30", "90"}.json());
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_EQ(info->frames, 90);
    EXPECT_EQ(info->frameRate, 30);
    EXPECT_EQ(info->width, 512);
}

TEST(LottieCheck, WhatIsNoLottieSaysSo)
{
    EXPECT_NE(wrongWith("").find("it is not JSON"), std::string::npos);
    EXPECT_NE(wrongWith("[1,2]").find("it is not an object"), std::string::npos);
    EXPECT_NE(wrongWith(R"({"hello":"world"})").find("\"w\" is missing"), std::string::npos);
    EXPECT_NE(wrongWith(R"({"w":1,"h":1,"fr":1,"ip":0,"op":1})").find("\"layers\" is missing"),
        std::string::npos);
    EXPECT_NE(wrongWith(R"({"w":"wide","h":1,"fr":1,"ip":0,"op":1,"layers":[]})").find("\"w\""),
        std::string::npos);
}

TEST(LottieCheck, AnEndlessAnimationIsRefused)
{
    EXPECT_EQ(wrongWith(LottieText{"60", "600"}.json()), "");
    EXPECT_NE(wrongWith(LottieText{"60", "601"}.json()).find("at most 10 s"), std::string::npos);
    EXPECT_NE(wrongWith(LottieText{"60", "1e8"}.json()).find("at most 10 s"), std::string::npos);
    EXPECT_NE(wrongWith(LottieText{"60", "1e300"}.json()).find("\"op\""), std::string::npos);
    EXPECT_NE(wrongWith(LottieText{"60", "0"}.json()).find("ends before"), std::string::npos);
    EXPECT_NE(wrongWith(LottieText{"0", "60"}.json()).find("from 1 to 60"), std::string::npos);
    EXPECT_NE(wrongWith(LottieText{"240", "60"}.json()).find("from 1 to 60"), std::string::npos);
}

TEST(LottieCheck, DeepNestingIsRefused)
{
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_NE(wrongWith(deep).find("128 levels"), std::string::npos);
}

TEST(LottieCheck, ACompositionMustNotContainItself)
{
    LottieText text;
    text.layers = use("a");
    text.assets = composition("a", use("b")) + ',' + composition("b", use("a"));
    EXPECT_NE(wrongWith(text.json()).find("contains itself"), std::string::npos);
    text.assets = composition("a", use("b")) + ',' + composition("b", test::wanderingSquare());
    EXPECT_EQ(wrongWith(text.json()), "");
}

TEST(LottieCheck, CompositionsThatMultiplyAreCounted)
{
    LottieText text;
    text.layers = use("0");
    for (int i = 0; i < 30; ++i)
        text.assets += composition(std::to_string(i),
                           use(std::to_string(i + 1)) + ',' + use(std::to_string(i + 1)))
            + ',';
    text.assets += composition("30", test::wanderingSquare());
    EXPECT_NE(wrongWith(text.json()).find("more than 5000 layers"), std::string::npos)
        << "two to the thirtieth";
}

TEST(LottieCheck, NoFileOfTheServiceCanBeDrawn)
{
    LottieText text;
    text.assets = R"({"id":"a","w":9,"h":9,"u":"/etc/","p":"secret.png","e":0})";
    EXPECT_NE(wrongWith(text.json()).find("uses pictures"), std::string::npos);
}

} // namespace
} // namespace pult::service
