// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/lineplot.h"

#include <cmath>

#include <gtest/gtest.h>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr WallTime kStart{seconds(1'800'000'000)};
constexpr Seconds kWindow{15};

/// A store of the given series, with a row a second.
class LinePlotTest : public testing::Test {
protected:
    void setSeries(std::vector<std::string_view> names)
    {
        m_names = std::move(names);
        m_catalog.follow(m_names);
    }
    void addRow(std::vector<double> values) { m_store.append(kStart + seconds(m_rows++), values); }
    /// In columns of a second; the last row is in the last.
    [[nodiscard]] LinePlot plot(const SeriesLine &line, std::size_t columns = 60) const
    {
        const WallTime to = kStart + seconds(m_rows);
        const PixelRange range{to - seconds(columns), to, columns};
        return plotLine(m_store, m_catalog, line, range, kWindow);
    }
    [[nodiscard]] double rateAtEnd(SeriesIndex series) const
    {
        const WallTime to = kStart + seconds(m_rows - 1);
        return rate(m_store, series, to - seconds(15), to);
    }

    int m_rows = 0;
    SeriesStore m_store{SeriesStore::Limits{}};
    SeriesCatalog m_catalog;
    std::vector<std::string_view> m_names;
};

SeriesLine lineOf(std::string metric, LineForm form = LineForm::value)
{
    SeriesLine line;
    line.metric = std::move(metric);
    line.form = form;
    return line;
}

TEST_F(LinePlotTest, DrawsASeriesAsScraped)
{
    setSeries({"depth", R"(depth{kind="image"})"});
    for (int i = 0; i < 600; ++i)
        addRow({1, i == 300 ? 90.0 : 7.0});
    SeriesLine line = lineOf("depth");
    line.labels = {{"kind", "image"}};
    const LinePlot drawn = plot(line, 60);
    ASSERT_EQ(drawn.traces.size(), 1U);
    EXPECT_EQ(drawn.traces[0].name, R"(depth{kind="image"})");
    EXPECT_EQ(drawn.traces[0].latest, 7);
    EXPECT_EQ(drawn.traces[0].columns.back().high, 7);
    EXPECT_EQ(drawn.kept, 1U);
    EXPECT_EQ(drawn.present, 1U);
    const PixelRange all{kStart, kStart + seconds(600), 20};
    const LinePlot wide = plotLine(m_store, m_catalog, line, all, kWindow);
    EXPECT_EQ(wide.traces[0].columns[10].high, 90); // No extreme is lost.
    EXPECT_EQ(wide.traces[0].columns[10].low, 7);
}

TEST_F(LinePlotTest, DrawsARateAsTheSignalsDo)
{
    setSeries({"done_total"});
    double value = 1000;
    for (int i = 0; i < 1200; ++i)
        addRow({value = i == 1195 ? 5 : value + i % 7});
    const LinePlot drawn = plot(lineOf("done_total", LineForm::rate));
    EXPECT_DOUBLE_EQ(drawn.traces[0].latest, rateAtEnd(0));
    EXPECT_DOUBLE_EQ(drawn.traces[0].columns.back().high, rateAtEnd(0));
    EXPECT_NEAR(drawn.traces[0].columns[30].high, 3, 0.3);
}

TEST_F(LinePlotTest, DrawsTheRateOfAColumnsTimeWhenThatIsLonger)
{
    setSeries({"done_total"});
    for (int i = 0; i < 1200; ++i)
        addRow({i < 600 ? 0.0 : 600.0}); // One jump.
    const PixelRange range{kStart, kStart + seconds(1200), 10};
    const LinePlot drawn =
        plotLine(m_store, m_catalog, lineOf("done_total", LineForm::rate), range, kWindow);
    double growth = 0;
    for (const Extremes &column : drawn.traces[0].columns)
        growth += std::isnan(column.high) ? 0 : column.high * 120;
    EXPECT_NEAR(growth, 600, 10); // Nothing falls between two columns.
}

TEST_F(LinePlotTest, DrawsTheIncreaseSinceTheRangeBegan)
{
    setSeries({"done_total", "gone_total", "never_total"});
    for (int i = 0; i < 100; ++i)
        addRow({i < 80 ? 500.0 + i : i - 80.0, i < 70 ? i : kAbsent, kAbsent});
    EXPECT_DOUBLE_EQ(plot(lineOf("done_total", LineForm::increase)).traces[0].latest, 39 + 0 + 19);
    EXPECT_DOUBLE_EQ(plot(lineOf("gone_total", LineForm::increase)).traces[0].latest, 29);
    EXPECT_TRUE(std::isnan(plot(lineOf("never_total", LineForm::increase)).traces[0].latest));
}

TEST_F(LinePlotTest, LeavesAGapWhereNothingWasScraped)
{
    setSeries({"done_total"});
    for (int i = 0; i < 30; ++i)
        addRow({1.0 * i});
    m_rows += 10;
    for (int i = 0; i < 20; ++i)
        addRow({50.0 + i});
    const LinePlot drawn = plot(lineOf("done_total", LineForm::rate));
    EXPECT_FALSE(std::isnan(drawn.traces[0].columns[29].high));
    EXPECT_TRUE(std::isnan(drawn.traces[0].columns[35].high));
}

TEST_F(LinePlotTest, FoldsAMetricByALabel)
{
    setSeries({R"(jobs{kind="image",state="a"})", R"(jobs{kind="image",state="b"})",
        R"(jobs{kind="text",state="a"})", "jobsx"});
    for (int i = 0; i < 30; ++i)
        addRow({1, i < 10 ? kAbsent : 5, 7, 100});
    SeriesLine line = lineOf("jobs");
    line.fold = LineFold::sum;
    line.by = "kind";
    const LinePlot sum = plot(line);
    ASSERT_EQ(sum.traces.size(), 2U);
    EXPECT_EQ(sum.traces[0].name, R"(sum jobs{kind="image"})");
    EXPECT_EQ(sum.traces[0].latest, 6);
    EXPECT_EQ(sum.traces[0].columns[31].high, 1); // The other was not there yet.
    EXPECT_EQ(sum.traces[1].latest, 7);
    line.fold = LineFold::max;
    EXPECT_EQ(plot(line).traces[0].latest, 5);
    line.by.clear();
    EXPECT_EQ(plot(line).traces[0].name, "max jobs");
    EXPECT_EQ(plot(line).traces[0].latest, 7);
    line.labels = {{"state", "a"}};
    EXPECT_EQ(plot(line).kept, 2U);
}

TEST_F(LinePlotTest, DrawsAQuantileOfTheBuckets)
{
    setSeries({R"(took_bucket{le="0.1",route="/a"})", R"(took_bucket{le="0.2",route="/a"})",
        R"(took_bucket{le="+Inf",route="/a"})", R"(took_bucket{le="0.1",route="/b"})",
        R"(took_bucket{le="0.2",route="/b"})", R"(took_bucket{le="+Inf",route="/b"})"});
    for (int i = 0; i < 30; ++i)
        addRow({8.0 * i, 10.0 * i, 10.0 * i, 0, 10.0 * i, 10.0 * i});
    SeriesLine line = lineOf("took_bucket", LineForm::quantile);
    line.part = 0.5;
    line.by = "route";
    const LinePlot drawn = plot(line);
    ASSERT_EQ(drawn.traces.size(), 2U);
    EXPECT_EQ(drawn.traces[0].name, R"(p50 took_bucket{route="/a"})");
    EXPECT_DOUBLE_EQ(drawn.traces[0].latest, 0.0625); // 5 of 8 in the lowest bucket.
    EXPECT_DOUBLE_EQ(drawn.traces[1].latest, 0.15);
}

TEST_F(LinePlotTest, FoldsBucketsInTheOrderOfTheirBounds)
{
    setSeries({R"(t_bucket{le="10"})", R"(t_bucket{le="+Inf"})", R"(t_bucket{le="2.5"})"});
    addRow({2, 3, 1});
    SeriesLine line = lineOf("t_bucket");
    line.fold = LineFold::sum;
    line.by = "le";
    const LinePlot drawn = plot(line);
    ASSERT_EQ(drawn.traces.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(drawn.traces[i].latest, double(i + 1));
}

TEST_F(LinePlotTest, SaysWhatIsNotThere)
{
    setSeries({"gone", R"(many{n="0"})"});
    addRow({1, 2});
    addRow({kAbsent, 2});
    EXPECT_EQ(plot(lineOf("gone")).kept, 1U);
    EXPECT_EQ(plot(lineOf("gone")).present, 0U);
    EXPECT_EQ(plot(lineOf("never")).kept, 0U);
    EXPECT_TRUE(plot(lineOf("never")).traces.empty());
}

TEST_F(LinePlotTest, CountsTheTracesBeyondItsLimit)
{
    std::vector<std::string> names;
    for (int i = 0; i < 20; ++i)
        names.push_back("many{n=\"" + std::to_string(i) + "\"}");
    setSeries({names.begin(), names.end()});
    addRow(std::vector<double>(20, 1));
    SeriesLine line = lineOf("many");
    line.fold = LineFold::sum;
    line.by = "n";
    const LinePlot drawn = plot(line);
    EXPECT_EQ(drawn.traces.size(), LinePlot::kMostTraces);
    EXPECT_EQ(drawn.cut, 20 - LinePlot::kMostTraces);
}

} // namespace
} // namespace pult::telemetry
