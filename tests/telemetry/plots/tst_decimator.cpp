// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/plots/decimator.h"

namespace pult::telemetry {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

WallTime at(int second)
{
    return WallTime(seconds(second));
}

using Rows = std::vector<std::pair<WallTime, double>>;

/// As a store's blocks come, a few rows at a time.
std::vector<Extremes> decimated(const Rows &rows, const PixelRange &range)
{
    constexpr std::size_t kTogether = 7;
    Decimator decimator(range);
    for (std::size_t begin = 0; begin < rows.size(); begin += kTogether)
        decimator.add(std::min(kTogether, rows.size() - begin), [&](std::size_t i) {
            const auto &[time, value] = rows[begin + i];
            return Sample::of(time, value);
        });
    return decimator.take();
}

/// "low-high" a column, "." for a gap.
std::string picture(const std::vector<std::pair<int, double>> &values, const PixelRange &range)
{
    Rows rows;
    for (const auto &[second, value] : values)
        rows.emplace_back(at(second), value);
    std::string text;
    for (const auto &[low, high] : decimated(rows, range)) {
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

TEST(Decimator, KeepsTheExtremesOfEachColumn)
{
    std::vector<std::pair<int, double>> rows;
    for (int i = 0; i < 40; ++i)
        rows.emplace_back(i, i == 13 ? 99 : i % 2);
    EXPECT_EQ(picture(rows, {at(0), at(40), 4, Seconds(3)}), "0-10 0-990 0-10 0-10");
}

TEST(Decimator, DrawsALineWhereColumnsAreNarrowerThanSteps)
{
    EXPECT_EQ(picture({{0, 0}, {2, 4}, {4, 4}}, {at(0), at(5), 10, Seconds(3)}),
        "0 15 25 35 40 40 40 40 40 .");
}

TEST(Decimator, AGapIsWhatIsLongerThanTheLongestStep)
{
    EXPECT_EQ(picture({{0, 1}, {1, 1}, {6, 1}, {7, 1}}, {at(0), at(8), 8, Seconds(3)}),
        "10 10 . . . . 10 10");
}

TEST(Decimator, AValueThatIsMissingIsAGap)
{
    EXPECT_EQ(
        picture({{0, 1}, {1, NAN}, {2, 1}, {3, 1}}, {at(0), at(4), 4, Seconds(3)}), "10 . 10 10");
}

TEST(Decimator, TheLineRunsOutOfBothEdges)
{
    EXPECT_EQ(picture({{0, 0}, {2, 2}, {4, 4}}, {at(1), at(3), 4, Seconds(3)}), "13 18 20 28");
}

TEST(Decimator, SamplesOutsideAreNotDrawn)
{
    EXPECT_EQ(picture({{0, 1}, {100, 1}}, {at(40), at(60), 3, Seconds(3)}), ". . .");
    EXPECT_EQ(picture({}, {at(40), at(60), 2, Seconds(3)}), ". .");
}

TEST(Decimator, AColumnBeginsToTheMillisecond)
{
    constexpr int kSpan = 1000;
    Rows rows;
    for (int i = 0; i < kSpan; ++i)
        rows.emplace_back(at(0) + milliseconds(i), i);
    for (int columns = 1; columns <= 300; ++columns) {
        const auto found =
            decimated(rows, {at(0), at(1), static_cast<std::size_t>(columns), Seconds(3)});
        for (int i = 0; i < columns; ++i) {
            const auto &column = found[static_cast<std::size_t>(i)];
            EXPECT_EQ(column.low, (i * kSpan + columns - 1) / columns) << i << " of " << columns;
            EXPECT_EQ(column.high, ((i + 1) * kSpan - 1) / columns) << i << " of " << columns;
        }
    }
}

TEST(Decimator, AgreesWithANaiveOneOnADay)
{
    Rows rows;
    std::vector<double> lows(97, INFINITY);
    for (int i = 0; i < 86'400; ++i) {
        const double value = std::sin(i * 0.01) * (i % 17);
        rows.emplace_back(at(i), value);
        double &low = lows[static_cast<std::size_t>(i * 97LL / 86'400)];
        low = std::min(low, value);
    }
    const auto columns = decimated(rows, {at(0), at(86'400), 97, Seconds(3)});
    ASSERT_EQ(columns.size(), lows.size());
    for (std::size_t i = 0; i < lows.size(); ++i)
        EXPECT_DOUBLE_EQ(columns[i].low, lows[i]) << i;
}

} // namespace
} // namespace pult::telemetry
