// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/signalset.h"

#include <array>
#include <cmath>
#include <cstdio>

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr WallTime kStart{seconds(1'800'000'000)};
constexpr double kGone = NAN;

/// One signal over a few series, a row a second.
class Bench {
public:
    Bench(SignalSpec spec, const std::vector<SeriesName> &series)
        : m_specs{std::move(spec)}
        , m_series(series)
    {
        m_set.add(m_specs);
        for (SeriesIndex i = 0; i < m_series.size(); ++i)
            m_columns.push_back(i);
        m_set.bind(m_series, m_columns);
    }

    /// By the traces' names, as "name value; ".
    std::string after(const std::vector<std::vector<double>> &rows)
    {
        for (const auto &row : rows)
            m_store.append(m_at += seconds(1), row);
        const auto values = m_set.evaluate(m_store, m_at);
        std::string text;
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::array<char, 32> number{};
            std::snprintf(number.data(), number.size(), " %g; ", values[i]);
            text += m_set.traceNames()[i] + number.data();
        }
        return text;
    }

private:
    std::vector<SignalSpec> m_specs;
    SeriesTable m_series;
    std::vector<SeriesIndex> m_columns;
    SeriesStore m_store{{}};
    SignalSet m_set;
    WallTime m_at = kStart;
};

SignalSpec make(Operation operation, std::vector<Selector> of, std::vector<Selector> by = {})
{
    SignalSpec spec{"s", "S", Unit::count, operation, std::move(of), std::move(by)};
    spec.window = Seconds(60);
    return spec;
}

const SeriesName kA{"m", {{"d", "a"}}};
const SeriesName kB{"m", {{"d", "b"}}};
const SeriesName kOther{"n", {}};

TEST(SignalSet, SumsTheNewestValues)
{
    EXPECT_EQ(Bench(make(Operation::sum, {{"m"}}), {kA, kB, kOther}).after({{1, 2, 40}}), "s/ 3; ");
}

TEST(SignalSet, WeighsWhatItSums)
{
    const auto spec = make(Operation::sum, {{"n", {}, 1024}, {"m", {}, -1}});
    EXPECT_EQ(Bench(spec, {kA, kB, kOther}).after({{1, 2, 1}}), "s/ 1021; ");
}

TEST(SignalSet, DoesNotGuessWhatToSubtract)
{
    const auto spec = make(Operation::ratio, {{"n"}, {"m", {}, -1}}, {{"n"}});
    EXPECT_EQ(Bench(spec, {kA, kOther}).after({{1, 4}}), "s/ 0.75; ");
    EXPECT_EQ(Bench(spec, {kA, kOther}).after({{kGone, 4}}), "s/ nan; ");
    EXPECT_EQ(Bench(spec, {kOther}).after({{4}}), "s/ nan; ");
}

TEST(SignalSet, SplitsByALabel)
{
    auto spec = make(Operation::sum, {{"m"}});
    spec.split = "d";
    EXPECT_EQ(Bench(spec, {kA, kB}).after({{1, 2}}), "s/a 1; s/b 2; ");
}

TEST(SignalSet, TellsTheHighest)
{
    EXPECT_EQ(Bench(make(Operation::max, {{"m"}}), {kA, kB}).after({{-3, -2}}), "s/ -2; ");
    EXPECT_EQ(Bench(make(Operation::max, {{"m"}}), {kA, kB}).after({{-3, kGone}}), "s/ -3; ");
}

TEST(SignalSet, ComparesWhatGrew)
{
    const std::vector<std::vector<double>> rows{{0, 0, 0}, {1, 2, 10}, {2, 4, 30}};
    const std::vector<SeriesName> series{kA, kB, kOther};
    EXPECT_EQ(Bench(make(Operation::rate, {{"m"}}), series).after(rows), "s/ 3; ");
    EXPECT_EQ(Bench(make(Operation::increase, {{"m"}}), series).after(rows), "s/ 6; ");
    EXPECT_EQ(Bench(make(Operation::rateRatio, {{"m"}}, {{"n"}}), series).after(rows), "s/ 0.2; ");
    EXPECT_EQ(Bench(make(Operation::derivative, {{"m"}}), series).after(rows), "s/ 3; ");
}

TEST(SignalSet, NothingByNothingIsUnknown)
{
    const auto spec = make(Operation::ratio, {{"m"}}, {{"n"}});
    EXPECT_EQ(Bench(spec, {kA, kOther}).after({{1, 0}}), "s/ nan; ");
}

TEST(SignalSet, ALabelWithoutEndIsCut)
{
    auto spec = make(Operation::sum, {{"m"}});
    spec.split = "d";
    std::vector<SeriesName> series;
    for (std::size_t i = 0; i < 2 * SignalSet::kMostTraces; ++i)
        series.push_back({"m", {{"d", std::to_string(i)}}});
    const std::vector<SignalSpec> specs{spec};
    std::vector<SeriesIndex> columns(series.size());
    SignalSet set;
    set.add(specs);
    set.bind(SeriesTable(series), columns);
    EXPECT_EQ(set.traceNames().size(), SignalSet::kMostTraces);
}

} // namespace
} // namespace pult::telemetry
