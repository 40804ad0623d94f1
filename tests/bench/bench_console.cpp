// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QChartView>
#include <QGridLayout>
#include <QImage>
#include <QLineSeries>
#include <QValueAxis>

#include "console/widgets/chartview.h"
#include "console/widgets/theme.h"

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
