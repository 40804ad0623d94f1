// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/columncodec.h"

#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "support/hex.h"
#include "telemetry/codec/grouppool.h"

namespace pult::telemetry {
namespace {

using Random = std::mt19937_64;
using Numbers = std::vector<std::uint64_t>;
using Values = std::vector<double>;

Bytes packed(const Values &values)
{
    Bytes bytes;
    GroupPool pool;
    packColumn(values, pool, bytes);
    return bytes;
}

/// The packed bytes alone on the heap, so that the sanitizer sees a byte read too many.
Values unpacked(const Bytes &bytes, std::size_t count)
{
    Values values(count);
    EXPECT_TRUE(unpackColumn(bytes, 0, values));
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
            GroupPool pool;
            packIntegers(numbers, pool, bytes);
            Numbers back(count);
            ASSERT_EQ(unpackIntegers(bytes, 0, back), bytes.data() + bytes.size());
            ASSERT_EQ(back, numbers) << width << " bits, " << count;
        }
}

TEST(IntegerCodec, SteadyGrowthCostsNextToNothing)
{
    Numbers numbers(512);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = 1'795'247'841'000 + 1000 * i;
    Bytes bytes;
    GroupPool pool;
    packIntegers(numbers, pool, bytes);
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

/// What the first format made of it.
void expectFormer(std::string_view hex, const std::function<double(int)> &valueOf)
{
    Values values(70);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = valueOf(static_cast<int>(i));
    const std::string text = test::fromHex(hex);
    EXPECT_EQ(bitsOf(unpacked(Bytes(text.begin(), text.end()), values.size())), bitsOf(values));
}

TEST(ColumnCodec, ReadsTheFormerFormat)
{
    expectFormer("040000070080002101c99062c0e800f3420a3ebe6fc8c8a88159db955786086eb0364bb6375a5885"
                 "3090c4d0ad3e97c9e4f259ed1a242098d0ba18f5b207100e1774920300",
        [](int i) { return (i * i % 97) / 100.0; });
    expectFormer("0240d00f0001000000800000400000010020", [](int i) { return 1000 + i / 23; });
    expectFormer(
        "02810005060200f0ffffffffffffffffffffffffffffff0006", [](int i) { return 3.0 * i * i; });
    expectFormer("028c00ff3f80408380030000001c000061c2000000070000000000000000802a0000000000000000"
                 "80",
        [](int i) { return i % 35 == 7 ? -0.0 : i * 4096.0; });
}

/// Seconds of a collector: most alike, a few far longer, which must not widen the others.
TEST(ColumnCodec, AFewLargeNumbersCostThemselves)
{
    Random random(5);
    Values values(512);
    for (double &value : values)
        value = static_cast<double>(random() % (random() % 40 == 0 ? 1'000'000 : 1000)) / 1e9;
    expectRoundTrip(values);
    EXPECT_LE(packed(values).size(), 512U * 11 / 8 + 100);
}

/// Divided by a thousand twice, which no other form gives back to the bit.
TEST(ColumnCodec, TakesMicrosecondsForWholeNumbers)
{
    Values values(512);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(7'430'315'054 + i * 997) / 1e3 / 1e3;
    expectRoundTrip(values);
    EXPECT_LE(packed(values).size(), 40U);
}

/// Free memory in pages, in bytes, and of one zone.
TEST(ColumnCodec, AColumnThatMovesAsAnotherSharesItsBytes)
{
    Random random(6);
    Values pages(512);
    Values bytes(512);
    Values others(512);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i] = static_cast<double>(1'000'000 + random() % 5000);
        bytes[i] = pages[i] * 4096;
        others[i] = pages[i] + 77;
    }
    Bytes packed;
    GroupPool pool;
    std::size_t begin = 0;
    for (const Values &values : {pages, bytes, others}) {
        packColumn(values, pool, packed);
        Values back(values.size());
        ASSERT_TRUE(unpackColumn(packed, begin, back));
        EXPECT_EQ(bitsOf(back), bitsOf(values));
        if (begin > 0) {
            EXPECT_LE(packed.size() - begin, 16U);
            EXPECT_FALSE(unpackColumn(ByteView(packed).subspan(begin), 0, back)) << "alone";
        }
        begin = packed.size();
    }
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
        EXPECT_FALSE(unpackColumn(cut, 0, back) && bitsOf(back) == bitsOf(values)) << length;
    }
    for (int round = 0; round < 20'000; ++round) {
        Bytes broken = original;
        for (unsigned edits = 1 + random() % 4; edits > 0; --edits)
            broken[random() % broken.size()] = static_cast<std::uint8_t>(random());
        static_cast<void>(unpackColumn(broken, 0, back));
    }
}

} // namespace
} // namespace pult::telemetry
