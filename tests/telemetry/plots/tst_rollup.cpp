// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/rollup.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

WallTime at(std::int64_t millisecond)
{
    return WallTime(milliseconds(millisecond));
}

std::vector<double> figuresOf(const std::vector<double> &values)
{
    if (values.empty())
        return {NAN, NAN, NAN, NAN};
    double total = 0;
    for (const double value : values)
        total += value;
    return {*std::min_element(values.begin(), values.end()),
        *std::max_element(values.begin(), values.end()), total / double(values.size()),
        values.back()};
}

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

TEST(Rollup, IsWhatBruteForceSays)
{
    constexpr std::size_t kSeries = 5;
    std::mt19937 random(11);
    for (const milliseconds step : {milliseconds(10'000), milliseconds(60'000)}) {
        Rollup rollup(step);
        std::map<WallTime, std::vector<std::vector<double>>> expected;
        std::size_t ended = 0;
        std::int64_t now = -300'000;
        for (int i = 0; i < 3000; ++i) {
            now += 1 + static_cast<std::int64_t>(random() % (i % 200 == 0 ? 90'000 : 2000));
            std::vector<double> values(std::min<std::size_t>(kSeries, 1 + std::size_t(i) / 300));
            for (double &value : values)
                value = random() % 7 == 0 ? NAN : double(random() % 1000) / 8 - 40;
            if (const auto sum = rollup.add(at(now), values)) {
                ++ended;
                const auto &samples = expected.at(sum->at);
                ASSERT_EQ(sum->values.size() % kFigures, 0U);
                for (SeriesIndex s = 0; s < samples.size(); ++s)
                    for (SeriesIndex f = 0; f < kFigures; ++f)
                        ASSERT_TRUE(
                            isSame(sum->values[columnOf(s, Figure(f))], figuresOf(samples[s])[f]))
                            << s << ' ' << f;
            }
            auto &samples = expected[rollup.beginOf(at(now))];
            samples.resize(std::max(samples.size(), values.size()));
            for (std::size_t s = 0; s < values.size(); ++s)
                if (!std::isnan(values[s]))
                    samples[s].push_back(values[s]);
        }
        EXPECT_EQ(ended + 1, expected.size());
    }
}

TEST(Rollup, StepsBeginAtMultiplesBeforeTheEpochToo)
{
    const Rollup rollup(seconds(10));
    EXPECT_EQ(rollup.beginOf(at(25'999)), at(20'000));
    EXPECT_EQ(rollup.beginOf(at(20'000)), at(20'000));
    EXPECT_EQ(rollup.beginOf(at(-1)), at(-10'000));
    EXPECT_EQ(rollup.beginOf(at(-10'000)), at(-10'000));
}

TEST(Rollup, ForgetsWhatIsUnderWay)
{
    Rollup rollup(seconds(10));
    EXPECT_FALSE(rollup.add(at(0), std::vector{5.0}));
    rollup.restart();
    EXPECT_FALSE(rollup.add(at(30'000), std::vector{1.0}));
    const auto sum = rollup.add(at(40'000), std::vector{2.0});
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->at, at(30'000));
    EXPECT_EQ(sum->values[columnOf(0, Figure::high)], 1);
}

} // namespace
} // namespace pult::telemetry
