// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/columncodec.h"

#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

using Random = std::mt19937_64;
using Numbers = std::vector<std::uint64_t>;
using Values = std::vector<double>;

Bytes packed(const Values &values)
{
    Bytes bytes;
    packColumn(values, bytes);
    return bytes;
}

/// The packed bytes alone on the heap, so that the sanitizer sees a byte read too many.
Values unpacked(const Bytes &bytes, std::size_t count)
{
    Values values(count);
    EXPECT_TRUE(unpackColumn(bytes, values));
    return values;
}

std::vector<std::uint64_t> bitsOf(const Values &values)
{
    std::vector<std::uint64_t> bits;
    for (const double value : values)
        bits.push_back(std::bit_cast<std::uint64_t>(value));
    return bits;
}

void expectRoundTrip(const Values &values)
{
    ASSERT_EQ(bitsOf(unpacked(packed(values), values.size())), bitsOf(values));
}

TEST(IntegerCodec, RoundTripsNumbersOfEveryWidth)
{
    Random random(1);
    for (unsigned width = 0; width <= 64; ++width)
        for (const std::size_t count : {1U, 2U, 3U, 63U, 64U, 65U, 511U, 512U}) {
            Numbers numbers(count);
            for (std::uint64_t &number : numbers)
                number = width == 0 ? 7 : random() >> (64 - width);
            Bytes bytes;
            packIntegers(numbers, bytes);
            Numbers back(count);
            ASSERT_EQ(unpackIntegers(bytes.data(), bytes.data() + bytes.size(), back),
                bytes.data() + bytes.size());
            ASSERT_EQ(back, numbers) << width << " bits, " << count;
        }
}

TEST(IntegerCodec, SteadyGrowthCostsNextToNothing)
{
    Numbers numbers(512);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = 1'795'247'841'000 + 1000 * i;
    Bytes bytes;
    packIntegers(numbers, bytes);
    EXPECT_LE(bytes.size(), 30U);
}

TEST(ColumnCodec, RoundTripsWhatIsNoNumber)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const double stale = std::bit_cast<double>(std::uint64_t(0x7ff0000000000002));
    expectRoundTrip({0.0, -0.0, infinity, -infinity, std::nan(""), stale});
    expectRoundTrip(Values(512, stale));
    for (const double odd : {-0.0, infinity, -infinity, std::nan("7"), stale, 1e300, 5e-324}) {
        Values values(512, 1.5);
        values[0] = 2.5;
        values[77] = odd;
        expectRoundTrip(values);
        values[0] = odd;
        values[511] = odd;
        expectRoundTrip(values);
    }
}

/// Series as they come: their kinds, each with random steps.
TEST(ColumnCodec, RoundTripsEveryKindOfSeries)
{
    Random random(2);
    const auto step = [&random](
                          std::uint64_t below) { return static_cast<double>(random() % below); };
    const std::vector<std::function<double(double)>> kinds{
        [&](double last) { return last + step(100); },
        [&](double last) { return random() % 20 == 0 ? last + 1 : last; },
        [&](double) { return std::round(step(100'000)) / 100; },
        [&](double) { return 4096 * step(1'000'000); },
        [&](double last) { return std::round((last + step(1000) / 1000) * 1e6) / 1e6; },
        [&](double last) { return last * 0.99 + step(1000) / 7; },
        [&](double last) { return random() % 100 == 0 ? 0 : last + 1; },
        [&](double last) { return random() % 9 == 0 ? std::nan("")
                               : std::isnan(last)   ? 1
                                                    : last; },
        [&](double) { return std::bit_cast<double>(random()); },
        [&](double) { return -step(1000); },
    };
    for (int round = 0; round < 300; ++round) {
        Values values(1 + random() % kMostIntegers);
        const auto &next = kinds[random() % kinds.size()];
        double last = step(1'000'000);
        for (double &value : values)
            value = last = next(last);
        expectRoundTrip(values);
    }
}

TEST(ColumnCodec, TakesWhatTheDigitsNeed)
{
    Values seconds(512);
    Values bytes(512);
    Random random(3);
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        seconds[i] = static_cast<double>(643'309 + i * 97 + random() % 8) / 100;
        bytes[i] = static_cast<double>(2'000'000 + random() % 1024) * 4096;
    }
    EXPECT_EQ(packed(Values(512, 3.7)).size(), 9U);
    EXPECT_EQ(packed(Values(512, 1)).size(), 3U);
    EXPECT_LE(packed(seconds).size(), 512U * 5 / 8);
    EXPECT_LE(packed(bytes).size(), 512U * 12 / 8);
}

TEST(ColumnCodec, BrokenBytesAreRefusedOrReadAsSomethingElse)
{
    Random random(4);
    Values values(300);
    for (double &value : values)
        value = static_cast<double>(random() % 100'000) / 1000;
    values[100] = -0.0;
    const Bytes original = packed(values);
    Values back(values.size());
    for (std::size_t length = 0; length < original.size(); ++length) {
        const Bytes cut(original.begin(), original.begin() + std::ptrdiff_t(length));
        EXPECT_FALSE(unpackColumn(cut, back) && bitsOf(back) == bitsOf(values)) << length;
    }
    for (int round = 0; round < 20'000; ++round) {
        Bytes broken = original;
        for (unsigned edits = 1 + random() % 4; edits > 0; --edits)
            broken[random() % broken.size()] = static_cast<std::uint8_t>(random());
        static_cast<void>(unpackColumn(broken, back));
    }
}

} // namespace
} // namespace pult::telemetry
