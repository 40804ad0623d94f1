// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>
#include <random>

#include <benchmark/benchmark.h>

#include "telemetry/functions.h"
#include "telemetry/scrapeparser.h"

namespace pult::telemetry {
namespace {

/// Of one node exporter, and of a service with labels without end.
struct Size {
    int samples;
    std::size_t scrapes;
};
constexpr Size kNode{1365, 25};
constexpr Size kBusy{100'000, 4};

/// Scrapes one second apart, of the size and shape of a node exporter's: most figures stand
/// still within a second, those that move stand together (processors, memory, network).
std::vector<ScrapeParser::Body> makeScrapes(const Size &size)
{
    constexpr int kFamily = 6;
    constexpr int kMovingFamily = 6;
    std::vector<std::string> bodies(size.scrapes);
    std::mt19937 random(3);
    for (int i = 0; i < size.samples; ++i) {
        const int family = i / kFamily;
        const std::string name = "node_figure" + std::to_string(family) + "_seconds_total";
        const std::string header =
            "# HELP " + name + " As the kernel counts it.\n# TYPE " + name + " counter\n";
        double value = static_cast<double>(random()) / 1e4;
        for (std::string &body : bodies) {
            if (i % kFamily == 0)
                body += header;
            char text[32];
            std::snprintf(text, sizeof text, "%.12g", value);
            body += name + "{cpu=\"" + std::to_string(i % kFamily) + "\"} " + text + '\n';
            if (family % kMovingFamily == 1)
                value += static_cast<double>(random() % 10'000) / 100;
        }
    }
    std::vector<ScrapeParser::Body> shared;
    for (std::string &body : bodies)
        shared.push_back(std::make_shared<const std::string>(std::move(body)));
    return shared;
}

void memcpyBody(benchmark::State &state, const Size &size)
{
    const auto bodies = makeScrapes(size);
    std::string copy(bodies.front()->size() * 2, '\0');
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string &body = *bodies[i++ % size.scrapes];
        std::memcpy(copy.data(), body.data(), body.size());
        benchmark::DoNotOptimize(copy.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front()->size()));
}
BENCHMARK_CAPTURE(memcpyBody, node, kNode)->Name("memcpy");
BENCHMARK_CAPTURE(memcpyBody, busy, kBusy)->Name("memcpyBusy");

void parseKnown(benchmark::State &state, const Size &size)
{
    const auto bodies = makeScrapes(size);
    ScrapeParser parser;
    for (const auto &body : bodies)
        parser.parse(body);
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(parser.parse(bodies[i++ % size.scrapes]).samples);
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front()->size()));
}
BENCHMARK_CAPTURE(parseKnown, node, kNode)->Name("parseKnown");
BENCHMARK_CAPTURE(parseKnown, busy, kBusy)->Name("parseKnownBusy");

void parseNeverSeen(benchmark::State &state, const Size &size)
{
    const auto bodies = makeScrapes(size);
    std::size_t i = 0;
    for (auto _ : state) {
        ScrapeParser parser;
        benchmark::DoNotOptimize(parser.parse(bodies[i++ % size.scrapes]).samples);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front()->size()));
}
BENCHMARK_CAPTURE(parseNeverSeen, node, kNode)->Name("parseNeverSeen");

void chartSixHours(benchmark::State &state)
{
    constexpr int kSeconds = 6 * 3600;
    SeriesStore store({});
    for (int i = 0; i < kSeconds; ++i)
        store.append(WallTime(std::chrono::seconds(i)), std::vector{std::sin(i * 0.01)});
    const PixelRange range{WallTime(), WallTime(std::chrono::seconds(kSeconds)), 900, Seconds(3)};
    for (auto _ : state)
        benchmark::DoNotOptimize(decimate(store, 0, range));
}
BENCHMARK(chartSixHours);

} // namespace
} // namespace pult::telemetry

BENCHMARK_MAIN();
