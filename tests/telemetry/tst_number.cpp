// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/number.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

std::optional<double> read(const std::string &text)
{
    const std::string line = text + '\n';
    const char *at = line.data();
    const auto value = readNumber(at);
    EXPECT_EQ(at, value ? line.data() + text.size() : line.data()) << text;
    return value;
}

TEST(Number, PlainDecimals)
{
    EXPECT_EQ(read("0"), 0);
    EXPECT_EQ(read("-0.5"), -0.5);
    EXPECT_EQ(read("123456789012345"), 123456789012345);
    EXPECT_EQ(read("0.000000000000001"), 1e-15);
    EXPECT_EQ(read("5."), 5);
    EXPECT_EQ(read(".5"), 0.5);
    EXPECT_TRUE(std::signbit(*read("-0")));
}

TEST(Number, EverythingElseThatIsANumber)
{
    EXPECT_EQ(read("1.2345678901234567"), 1.2345678901234567);
    EXPECT_EQ(read("18446744073709551616000"), 18446744073709551616000.0);
    EXPECT_EQ(read("+1e-7"), 1e-7);
    EXPECT_EQ(read("2.5E+10"), 2.5e10);
    EXPECT_EQ(read("+Inf"), INFINITY);
    EXPECT_EQ(read("-inf"), -INFINITY);
    EXPECT_TRUE(std::isnan(*read("NaN")));
}

TEST(Number, WhatIsNone)
{
    for (const char *text : {"", "-", "+", ".", "1,5", "0x10", "1e", "--1", "+-1", "1-", "nan(1)",
             "12a", "1e999", "1.2.3"})
        EXPECT_FALSE(read(text)) << text;
}

TEST(Number, EndsAtABlank)
{
    const std::string line = "12.5\t77\n";
    const char *at = line.data();
    EXPECT_EQ(readNumber(at), 12.5);
    EXPECT_EQ(at - line.data(), 4);
}

/// The fast path must agree with the library to the last bit.
TEST(Number, IsTheNearestDouble)
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 200'000; ++i) {
        const auto digits = std::to_string(random() >> (random() % 60));
        const std::size_t point = random() % (digits.size() + 1);
        const std::string text = digits.substr(0, point) + "." + digits.substr(point);
        const auto value = read(text);
        ASSERT_TRUE(value) << text;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(*value),
            std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)))
            << text;
    }
}

} // namespace
} // namespace pult::telemetry
