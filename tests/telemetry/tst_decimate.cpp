// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/functions.h"

namespace pult::telemetry {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

WallTime at(int second)
{
    return WallTime(seconds(second));
}

SeriesStore stored(const std::vector<std::pair<int, double>> &rows)
{
    SeriesStore store({});
    for (const auto &[second, value] : rows)
        store.append(at(second), std::vector{value});
    return store;
}

/// "low-high" a column, "." for a gap.
std::string picture(const SeriesStore &store, const PixelRange &range)
{
    std::string text;
    for (const auto &[low, high] : decimate(store, 0, range)) {
        EXPECT_EQ(std::isnan(low), std::isnan(high));
        const auto number = [](double value) { return std::to_string(std::lround(value * 10)); };
        if (!text.empty())
            text += ' ';
        text += std::isnan(low) ? "."
            : low == high       ? number(low)
                                : number(low) + '-' + number(high);
    }
    return text;
}

TEST(Decimate, KeepsTheExtremesOfEachColumn)
{
    std::vector<std::pair<int, double>> rows;
    for (int i = 0; i < 40; ++i)
        rows.emplace_back(i, i == 13 ? 99 : i % 2);
    EXPECT_EQ(picture(stored(rows), {at(0), at(40), 4, Seconds(3)}), "0-10 0-990 0-10 0-10");
}

TEST(Decimate, DrawsALineWhereColumnsAreNarrowerThanSteps)
{
    EXPECT_EQ(picture(stored({{0, 0}, {2, 4}, {4, 4}}), {at(0), at(5), 10, Seconds(3)}),
        "0 15 25 35 40 40 40 40 40 .");
}

TEST(Decimate, AGapIsWhatIsLongerThanTheLongestStep)
{
    EXPECT_EQ(picture(stored({{0, 1}, {1, 1}, {6, 1}, {7, 1}}), {at(0), at(8), 8, Seconds(3)}),
        "10 10 . . . . 10 10");
}

TEST(Decimate, AValueThatIsMissingIsAGap)
{
    EXPECT_EQ(picture(stored({{0, 1}, {1, NAN}, {2, 1}, {3, 1}}), {at(0), at(4), 4, Seconds(3)}),
        "10 . 10 10");
}

TEST(Decimate, TheLineRunsOutOfBothEdges)
{
    EXPECT_EQ(
        picture(stored({{0, 0}, {2, 2}, {4, 4}}), {at(1), at(3), 4, Seconds(3)}), "13 18 20 28");
}

TEST(Decimate, SamplesOutsideAreNotDrawn)
{
    EXPECT_EQ(picture(stored({{0, 1}, {100, 1}}), {at(40), at(60), 3, Seconds(3)}), ". . .");
    EXPECT_EQ(picture(stored({}), {at(40), at(60), 2, Seconds(3)}), ". .");
}

TEST(Decimate, AColumnBeginsToTheMillisecond)
{
    constexpr int kSpan = 1000;
    SeriesStore store({});
    for (int i = 0; i < kSpan; ++i)
        store.append(at(0) + milliseconds(i), std::vector<double>{double(i)});
    for (int columns = 1; columns <= 300; ++columns) {
        const auto found =
            decimate(store, 0, {at(0), at(1), static_cast<std::size_t>(columns), Seconds(3)});
        for (int i = 0; i < columns; ++i) {
            const auto &column = found[static_cast<std::size_t>(i)];
            EXPECT_EQ(column.low, (i * kSpan + columns - 1) / columns) << i << " of " << columns;
            EXPECT_EQ(column.high, ((i + 1) * kSpan - 1) / columns) << i << " of " << columns;
        }
    }
}

TEST(Decimate, AgreesWithANaiveOneOnADay)
{
    SeriesStore store({Seconds(100'000), std::size_t(1) << 30U});
    std::vector<double> lows(97, INFINITY);
    for (int i = 0; i < 86'400; ++i) {
        const double value = std::sin(i * 0.01) * (i % 17);
        store.append(at(i), std::vector{value});
        double &low = lows[static_cast<std::size_t>(i * 97LL / 86'400)];
        low = std::min(low, value);
    }
    const auto columns = decimate(store, 0, {at(0), at(86'400), 97, Seconds(3)});
    ASSERT_EQ(columns.size(), lows.size());
    for (std::size_t i = 0; i < lows.size(); ++i)
        EXPECT_DOUBLE_EQ(columns[i].low, lows[i]) << i;
}

} // namespace
} // namespace pult::telemetry
