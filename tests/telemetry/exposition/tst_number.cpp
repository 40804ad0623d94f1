// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/number.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

std::optional<double> readIn(const std::string &body, std::size_t length)
{
    const NumberRead read = readNumber(body.data(), body.data() + body.size());
    if (read.end == nullptr)
        return {};
    EXPECT_EQ(read.end, body.data() + length) << body;
    return read.value;
}

/// At the end of a body and in the middle of one, which are read in different ways.
std::optional<double> read(const std::string &text)
{
    const auto value = readIn(text + '\n', text.size());
    const auto inside = readIn(text + "\n# HELP what follows is not looked at\n", text.size());
    EXPECT_EQ(value.has_value(), inside.has_value()) << text;
    if (value && inside) {
        EXPECT_EQ(std::bit_cast<std::uint64_t>(*value), std::bit_cast<std::uint64_t>(*inside))
            << text;
    }
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
    EXPECT_EQ(read("+Infinity"), INFINITY);
    EXPECT_TRUE(std::isnan(*read("NaN")));
}

TEST(Number, WhatIsTooSmallIsZero)
{
    EXPECT_EQ(read("1e-999"), 0);
    EXPECT_EQ(read("3.5E-400"), 0);
    EXPECT_TRUE(std::signbit(*read("-1e-999")));
    EXPECT_FALSE(read("1e-"));
    EXPECT_EQ(read("0." + std::string(400, '0') + '1'), 0);
    EXPECT_EQ(read("100000e-" + std::string(30, '9')), 0);
    EXPECT_FALSE(read(std::string(400, '9') + "e-1"));
    EXPECT_FALSE(read("1e" + std::string(30, '9')));
}

TEST(Number, WhatIsNone)
{
    for (const char *text : {"", "-", "+", ".", "1,5", "0x10", "1e", "--1", "+-1", "1-", "nan(1)",
             "12a", "1e999", "1.2.3", "-nan", "+nan", "infinit", "1_0"})
        EXPECT_FALSE(read(text)) << text;
}

TEST(Number, EndsAtABlank)
{
    EXPECT_EQ(readIn("12.5\t77\n", 4), 12.5);
    EXPECT_EQ(readIn("12.5 77 and whatever else there may be\n", 4), 12.5);
}

TEST(Number, Exponents)
{
    EXPECT_EQ(read("1.795247841e+09"), 1795247841);
    EXPECT_EQ(read("2E-06"), 2e-6);
    EXPECT_EQ(read("-12e0"), -12);
    EXPECT_EQ(read("1e22"), 1e22);
    EXPECT_EQ(read("1e100"), 1e100);
    EXPECT_EQ(read("4.9e-324"), 4.9e-324);
    for (const char *text : {"1e", "1e+", "e5", ".e5", "1e5.", "1ee5", "1e5e5", "1f5"})
        EXPECT_FALSE(read(text)) << text;
}

TEST(Number, EveryByteThatIsNoDigitEndsIt)
{
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if ((c >= '0' && c <= '9') || c == '.' || c == '\n' || c == ' ' || c == '\t')
            continue;
        for (std::size_t place = 0; place < 10; ++place) {
            std::string text(10, '7');
            text[place] = c;
            const bool isSigned = place == 0 && (c == '-' || c == '+');
            const bool isExponent = (c == 'e' || c == 'E') && place > 0 && place < 9;
            ASSERT_EQ(read(text).has_value(), isSigned || (isExponent && place > 6)) << text;
        }
    }
}

/// The fast path must agree with the library to the last bit.
TEST(Number, IsTheNearestDouble)
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 200'000; ++i) {
        const auto digits = std::to_string(random() >> (random() % 60));
        const std::size_t point = random() % (digits.size() + 1);
        std::string text = digits.substr(0, point) + "." + digits.substr(point);
        if (i % 2 == 0)
            text += 'e' + std::to_string(static_cast<int>(random() % 80) - 40);
        const auto value = read(text);
        ASSERT_TRUE(value) << text;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(*value),
            std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)))
            << text;
    }
}

} // namespace
} // namespace pult::telemetry
