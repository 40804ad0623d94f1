// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/jsontext.h"

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "contract/jsonparser.h"

namespace pult::contract {
namespace {

TEST(JsonText, NumbersAreWrittenAsPeopleWriteThem)
{
    const std::pair<double, std::string> samples[] = {{180, "180"}, {0, "0"}, {-0.05, "-0.05"},
        {2.5, "2.5"}, {0.1 + 0.2, "0.30000000000000004"}, {1e6, "1000000"}, {1048576, "1048576"},
        {1e20, "100000000000000000000"}, {1e21, "1e+21"}, {1e-6, "0.000001"}, {1e-7, "1e-07"}};
    for (const auto &[number, text] : samples)
        EXPECT_EQ(jsonText(number), text);
    EXPECT_EQ(jsonText(std::int64_t{-7}), "-7");
    EXPECT_EQ(jsonText(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
}

TEST(JsonText, WhatIsNoNumberIsNull)
{
    using Limits = std::numeric_limits<double>;
    EXPECT_EQ(
        jsonText(boost::json::array{Limits::quiet_NaN(), -Limits::infinity()}), "[null,null]");
}

TEST(JsonText, EveryNumberReadsBackAsItself)
{
    const auto readBack = [](double number) {
        return parseJson(jsonText(number)).value().to_number<double>();
    };
    for (const double number : {1.0 / 3, 1e300, 5e-324, 123456789.123, -2.0 / 7e19,
             1.2222222222222222e79, std::numeric_limits<double>::max()})
        EXPECT_EQ(readBack(number), number) << number;
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'000; ++i) {
        const auto number = std::bit_cast<double>(random());
        ASSERT_TRUE(!std::isfinite(number) || readBack(number) == number) << number;
    }
}

TEST(JsonText, ValuesInEachOtherKeepTheirForm)
{
    const std::string text =
        R"({"a":[1,2.5,[],{}],"кот \"quoted\"\n":null,"b":{"c":true,"d":"\u0001/~"}})";
    EXPECT_EQ(jsonText(boost::json::parse(text)), text);
}

} // namespace
} // namespace pult::contract
