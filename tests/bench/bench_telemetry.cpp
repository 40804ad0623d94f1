// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>
#include <random>

#include <benchmark/benchmark.h>

#include "bench/recording.h"
#include "telemetry/exposition/scrapeparser.h"
#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {
namespace {

using Scrapes = std::vector<ScrapeParser::Body>;

Scrapes shared(std::vector<std::string> bodies)
{
    Scrapes scrapes;
    for (std::string &body : bodies)
        scrapes.push_back(std::make_shared<const std::string>(std::move(body)));
    return scrapes;
}

/// Of a service with labels without end, one second apart: most figures stand still within a
/// second, those that move stand together.
Scrapes makeBusy()
{
    constexpr int kSamples = 100'000;
    constexpr std::size_t kScrapes = 4;
    constexpr int kFamily = 6;
    constexpr int kMovingFamily = 6;
    std::vector<std::string> bodies(kScrapes);
    std::mt19937 random(3);
    for (int i = 0; i < kSamples; ++i) {
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
    return shared(std::move(bodies));
}

using Source = const Scrapes &();

/// Of one node exporter. See bench/recording.h for PULT_BENCH_SCRAPES.
const Scrapes &nodeScrapes()
{
    static const Scrapes scrapes = shared(bench::recordedScrapes());
    return scrapes;
}

const Scrapes &busyScrapes()
{
    static const Scrapes scrapes = makeBusy();
    return scrapes;
}

void memcpyBody(benchmark::State &state, Source source)
{
    const Scrapes &bodies = source();
    std::string copy(bodies.front()->size() * 2, '\0');
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string &body = *bodies[i++ % bodies.size()];
        std::memcpy(copy.data(), body.data(), body.size());
        benchmark::DoNotOptimize(copy.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK_CAPTURE(memcpyBody, node, nodeScrapes)->Name("memcpy");
BENCHMARK_CAPTURE(memcpyBody, busy, busyScrapes)->Name("memcpyBusy");

/// With the values into the store, where blocks are packed as they fill.
void parseKnown(benchmark::State &state, Source source)
{
    const Scrapes &bodies = source();
    ScrapeParser parser;
    for (const auto &body : bodies)
        parser.parse(body);
    SeriesStore store({Seconds(1e9), std::size_t(512) << 20U});
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(parser.parse(bodies[i % bodies.size()]).samples);
        store.append(WallTime(std::chrono::seconds(i++)), parser.values());
    }
}
BENCHMARK_CAPTURE(parseKnown, node, nodeScrapes)->Name("parseKnown");
BENCHMARK_CAPTURE(parseKnown, busy, busyScrapes)->Name("parseKnownBusy");

void parseNeverSeen(benchmark::State &state)
{
    const Scrapes &bodies = nodeScrapes();
    std::size_t i = 0;
    for (auto _ : state) {
        ScrapeParser parser;
        benchmark::DoNotOptimize(parser.parse(bodies[i++ % bodies.size()]).samples);
    }
}
BENCHMARK(parseNeverSeen);

} // namespace
} // namespace pult::telemetry

BENCHMARK_MAIN();
