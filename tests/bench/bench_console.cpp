// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QChartView>
#include <QGridLayout>
#include <QImage>
#include <QLineSeries>
#include <QValueAxis>

#include "console/widgets/chartview.h"
#include "console/widgets/theme.h"
#include "telemetry/plots/rolledstore.h"

namespace pult {
namespace {

constexpr int kCharts = 12;
constexpr int kTraces = 4;
constexpr QSize kPage(3 * 900, 4 * 300);

double wave(std::int64_t at, int trace)
{
    return 50 + 10 * trace + 30 * std::sin(static_cast<double>(at) / (7 + trace));
}

/// A page of charts, drawn into a picture after every tick.
template <class Chart>
class Page {
public:
    template <class Make>
    explicit Page(Make make)
        : m_picture(kPage, QImage::Format_ARGB32_Premultiplied)
    {
        auto *grid = new QGridLayout(&m_window);
        for (int i = 0; i < kCharts; ++i) {
            m_charts.push_back(make(&m_window));
            grid->addWidget(m_charts.back(), i / 3, i % 3);
        }
        m_window.resize(kPage);
        m_window.show();
        QCoreApplication::processEvents();
    }

    template <class Update>
    void tick(Update update)
    {
        for (Chart *chart : m_charts)
            update(*chart);
        m_window.render(&m_picture);
    }

    [[nodiscard]] Chart &first() { return *m_charts.front(); }

private:
    QWidget m_window;
    QImage m_picture;
    std::vector<Chart *> m_charts;
};

live::ChartData dataAt(std::int64_t second, int columns)
{
    live::ChartData data;
    data.to = WallTime(std::chrono::seconds(1'800'000'000 + second));
    data.from = data.to - std::chrono::hours(24);
    for (int trace = 0; trace < kTraces; ++trace) {
        live::Trace &made = data.traces.emplace_back();
        made.name = "trace " + std::to_string(trace);
        for (int column = 0; column < columns; ++column) {
            const double value = wave(second + column, trace);
            made.columns.push_back({value - 1, value + 1});
        }
        made.latest = made.columns.back().high;
    }
    return data;
}

void pultTick(benchmark::State &state)
{
    Page<widgets::ChartView> page([](QWidget *parent) { return new widgets::ChartView(parent); });
    const int columns = page.first().columns();
    std::int64_t second = 0;
    for (auto _ : state) {
        const live::ChartData data = dataAt(++second, columns);
        page.tick([&](widgets::ChartView &chart) { chart.setData(data); });
    }
}
BENCHMARK(pultTick)->Unit(benchmark::kMillisecond);

constexpr int kDay = 24 * 3600;
const WallTime kDayBegin(std::chrono::seconds(1'800'000'000));

/// A day at 1 Hz of all the traces.
telemetry::RolledStore makeDay()
{
    telemetry::RolledStore store({Seconds(2.0 * kDay), std::size_t(1) << 30U});
    std::vector<double> row(kCharts * kTraces);
    for (int second = 0; second < kDay; ++second) {
        for (std::size_t trace = 0; trace < row.size(); ++trace)
            row[trace] = std::round(wave(second, static_cast<int>(trace)) * 1000) / 1000;
        store.append(kDayBegin + std::chrono::seconds(second), row);
    }
    return store;
}

/// The frames of somebody who zooms from the day to ten minutes and back, and looks around.
telemetry::PixelRange rangeOf(std::size_t frame, int columns)
{
    constexpr double kClosest = 600;
    const double depth = (1 - std::cos(static_cast<double>(frame) / 20)) / 2;
    const double width = kDay * std::pow(kClosest / kDay, depth);
    const double from = (kDay - width) * (1 + std::sin(static_cast<double>(frame) / 7)) / 2;
    const auto at = [](double second) {
        return kDayBegin + std::chrono::round<std::chrono::milliseconds>(Seconds(second));
    };
    return {at(from), at(from + width), static_cast<std::size_t>(columns), Seconds(3)};
}

live::ChartData readChart(const telemetry::RolledStore &store, telemetry::SeriesIndex first,
    const telemetry::PixelRange &range)
{
    live::ChartData data;
    data.from = range.from;
    data.to = range.to;
    for (telemetry::SeriesIndex trace = first; trace < first + kTraces; ++trace) {
        live::Trace &made = data.traces.emplace_back();
        made.name = "trace " + std::to_string(trace - first);
        for (const auto &[low, high] : store.decimate(trace, range))
            made.columns.push_back({low, high});
        made.latest = store.latest(trace);
    }
    return data;
}

double cpuMilliseconds()
{
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

/// Frames before those that count: who pans looks at the page already.
constexpr std::size_t kShown = 10;

/// Reading and drawing, one after the other. Milliseconds of CPU, which other programs move less.
void pultFrame(benchmark::State &state)
{
    const telemetry::RolledStore store = makeDay();
    Page<widgets::ChartView> page([](QWidget *parent) { return new widgets::ChartView(parent); });
    std::vector<double> taken;
    std::size_t frame = 0;
    const auto draw = [&] {
        const telemetry::PixelRange range = rangeOf(++frame, page.first().columns());
        telemetry::SeriesIndex first = 0;
        page.tick([&](widgets::ChartView &chart) {
            chart.setData(readChart(store, first, range));
            first += kTraces;
        });
    };
    while (frame < kShown)
        draw();
    for (auto _ : state) {
        const double begin = cpuMilliseconds();
        draw();
        taken.push_back(cpuMilliseconds() - begin);
    }
    const auto p99 = taken.begin() + std::ssize(taken) * 99 / 100;
    std::nth_element(taken.begin(), p99, taken.end());
    state.counters["p99_ms"] = *p99;
}
BENCHMARK(pultFrame)->Unit(benchmark::kMillisecond)->Iterations(400);

QChartView *makeQtChart(QWidget *parent)
{
    auto *view = new QChartView(parent);
    for (int trace = 0; trace < kTraces; ++trace) {
        auto *series = new QLineSeries;
        series->setName(QString::number(trace));
        view->chart()->addSeries(series);
    }
    view->chart()->createDefaultAxes();
    return view;
}

void qtChartsTick(benchmark::State &state)
{
    constexpr int kPoints = 600;
    Page<QChartView> page(makeQtChart);
    std::int64_t second = 0;
    QList<QPointF> points(kPoints);
    for (auto _ : state) {
        ++second;
        page.tick([&](QChartView &view) {
            for (int trace = 0; trace < kTraces; ++trace) {
                for (int i = 0; i < kPoints; ++i)
                    points[i] = QPointF(double(second + i), wave(second + i, trace));
                static_cast<QLineSeries *>(view.chart()->series().at(trace))->replace(points);
            }
            view.chart()
                ->axes(Qt::Horizontal)
                .first()
                ->setRange(double(second), double(second + kPoints));
            view.chart()->axes(Qt::Vertical).first()->setRange(0.0, 130.0);
        });
    }
}
BENCHMARK(qtChartsTick)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace pult

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    pult::widgets::wearTheme(pult::widgets::ThemeKind::dark);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
