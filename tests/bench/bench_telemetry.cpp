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

constexpr int kSamples = 1365;
constexpr int kScrapes = 25;

/// Of the size and the shape of a node exporter's, where about one value in four moves within a
/// second: 25 scrapes of it, one second apart.
std::vector<std::string> makeScrapes()
{
    std::vector<std::string> bodies(kScrapes);
    std::mt19937 random(3);
    for (int i = 0; i < kSamples; ++i) {
        const int family = i / 4;
        const std::string name = "node_subsystem" + std::to_string(family % 37) + "_figure"
            + std::to_string(family) + (family % 3 == 0 ? "_seconds_total" : "_bytes");
        const std::string header = "# HELP " + name + " Figure " + std::to_string(family)
            + " of the subsystem, as the kernel counts it.\n# TYPE " + name
            + (family % 3 == 0 ? " counter\n" : " gauge\n");
        double value = static_cast<double>(random()) / (family % 3 == 0 ? 1e4 : 1);
        for (std::string &body : bodies) {
            if (i % 4 == 0)
                body += header;
            char text[32];
            std::snprintf(text, sizeof text, "%.12g", value);
            body += name + "{device=\"eth" + std::to_string(i % 4) + "\",mode=\"steady\"} " + text
                + '\n';
            if (i % 4 == 1)
                value += static_cast<double>(random() % 10'000) / 100;
        }
    }
    return bodies;
}

void memcpyBody(benchmark::State &state)
{
    const auto bodies = makeScrapes();
    std::string copy(bodies.front().size() * 2, '\0');
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string &body = bodies[i++ % kScrapes];
        std::memcpy(copy.data(), body.data(), body.size());
        benchmark::DoNotOptimize(copy.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front().size()));
}
BENCHMARK(memcpyBody)->Name("memcpy");

void parseKnown(benchmark::State &state)
{
    const auto bodies = makeScrapes();
    ScrapeParser parser;
    for (const std::string &body : bodies)
        parser.parse(body);
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(parser.parse(bodies[i++ % kScrapes]).samples);
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front().size()));
}
BENCHMARK(parseKnown);

void parseNeverSeen(benchmark::State &state)
{
    const auto bodies = makeScrapes();
    std::size_t i = 0;
    for (auto _ : state) {
        ScrapeParser parser;
        benchmark::DoNotOptimize(parser.parse(bodies[i++ % kScrapes]).samples);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(i * bodies.front().size()));
}
BENCHMARK(parseNeverSeen);

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
