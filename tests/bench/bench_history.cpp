// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day of ten node exporters at 1 Hz on disk: what it takes there, how long it opens, what it
// holds in memory then; a week of a service's charts; and every sample of 500 series for a week.
// Prints the figures as JSON. See bench/recording.h for PULT_BENCH_SCRAPES.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>

#include <unistd.h>

#include "bench/recording.h"
#include "support/temporarydirectory.h"
#include "telemetry/target/target.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;
using Path = std::filesystem::path;

constexpr int kTargets = 10;
constexpr int kDay = 24 * 3600;
constexpr WallTime kStart{seconds(1'800'000'000)};

template <class Work>
double secondsOf(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - begin).count();
}

Target openTarget(const Path &folder)
{
    return Target::open(
        HistoryFolder::open(folder).value(), shippedProfiles(), {.retention = Retention{}})
        .value();
}

Path folderOf(const Path &root, int target)
{
    return root / std::to_string(target);
}

/// Forth and back through the recording: begun again, its counters would fall every few minutes.
std::size_t placeOf(int second, std::size_t scrapes)
{
    const std::size_t place = static_cast<std::size_t>(second) % (2 * scrapes - 2);
    return place < scrapes ? place : 2 * scrapes - 2 - place;
}

void scrape(Target &target, const std::vector<std::string> &scrapes, int from, int to)
{
    for (int i = from; i < to; ++i)
        target.ingest(kStart + seconds(i), scrapes[placeOf(i, scrapes.size())]);
}

double bytesIn(const Path &root)
{
    std::uintmax_t bytes = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(root))
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    return static_cast<double>(bytes);
}

/// Resident, mapped files included.
double residentBytes()
{
    std::size_t size = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

/// Four charts of four traces over a week at 1 Hz, in 900 pixel columns each, from files that were
/// opened for it.
double weekOfCharts(const Path &folder)
{
    constexpr SeriesIndex kTraces = 16;
    const auto open = [&folder] {
        return RolledStore::open(HistoryFolder::open(folder).value(), "week", Retention{}).value();
    };
    {
        RolledStore store = open();
        for (int i = 0; i < 7 * kDay; ++i) {
            std::array<double, kTraces> values{};
            for (SeriesIndex trace = 0; trace < kTraces; ++trace)
                values[trace] = std::round(std::sin(i * 0.001 * (trace + 1)) * 1000);
            store.append(kStart + seconds(i), values);
        }
    }
    const RolledStore store = open();
    const PixelRange range{kStart, kStart + seconds(7 * kDay), 900, Seconds(3)};
    double highest = 0;
    const double taken = secondsOf([&] {
        for (SeriesIndex trace = 0; trace < kTraces; ++trace)
            highest = std::fmax(highest, store.decimate(trace, range).front().high);
    });
    return highest > 0 ? taken : kAbsent;
}

/// The lines of an exposition up to its 500th sample.
std::string firstSamples(const std::string &exposition)
{
    std::size_t end = 0;
    for (int samples = 0; samples < 500; ++samples) {
        while (exposition[end] == '#')
            end = exposition.find('\n', end) + 1;
        end = exposition.find('\n', end) + 1;
    }
    return exposition.substr(0, end);
}

struct WeekOfSeries {
    double diskBytes = 0;
    double opened = 0; ///< Seconds, as what follows.
    double firstLook = 0; ///< Three series and 16 folded ones over the whole week.
    double panned = 0; ///< The slowest of the looks after that, each an hour further.
};

/// Every sample of 500 series for a week at 1 Hz, drawn into 900 pixel columns.
WeekOfSeries weekOfSeries(const Path &folder, const std::vector<std::string> &scrapes)
{
    constexpr int kWeek = 7 * kDay;
    constexpr int kHour = 3600;
    const std::vector<SeriesLine> lines{
        {.metric = "node_context_switches_total", .form = LineForm::rate},
        {.metric = "node_disk_read_bytes_total",
            .labels = {{"device", "vda"}},
            .form = LineForm::increase},
        {.metric = "node_entropy_available_bits"},
        {.metric = "node_cpu_seconds_total",
            .form = LineForm::rate,
            .fold = LineFold::sum,
            .by = "mode"}};
    std::vector<std::string> bodies;
    for (const std::string &exposition : scrapes)
        bodies.push_back(firstSamples(exposition));
    {
        Target target = openTarget(folder);
        scrape(target, bodies, 0, kWeek);
    }
    WeekOfSeries figures{.diskBytes = bytesIn(folder)};
    std::optional<Target> target;
    figures.opened = secondsOf([&] { target = openTarget(folder); });
    const auto look = [&](int from) {
        const PixelRange range{
            kStart + seconds(from), kStart + seconds(from + kWeek), 900, Seconds(3)};
        for (const SeriesLine &line : lines)
            if (target->plot(line, range).traces.empty())
                throw std::runtime_error("there is no " + line.metric);
    };
    figures.firstLook = secondsOf([&] { look(0); });
    for (int i = 1; i <= 24; ++i)
        figures.panned = std::max(figures.panned, secondsOf([&] { look(-i * kHour); }));
    return figures;
}

void measure()
{
    const auto scrapes = bench::recordedScrapes();
    const test::TemporaryDirectory directory;
    const Path &root = directory.path();
    double written = 0;
    {
        Target target = openTarget(folderOf(root, 0));
        written = secondsOf([&] { scrape(target, scrapes, 0, kDay); });
    }
    for (int i = 1; i < kTargets; ++i)
        std::filesystem::copy(folderOf(root, 0), folderOf(root, i));
    const double disk = bytesIn(root);
    std::vector<Target> targets;
    const double opened = secondsOf([&] {
        for (int i = 0; i < kTargets; ++i)
            targets.push_back(openTarget(folderOf(root, i)));
    });
    for (Target &target : targets)
        scrape(target, scrapes, kDay, kDay + 600);
    const double resident = residentBytes();
    targets.clear();
    const WeekOfSeries week = weekOfSeries(root / "series", scrapes);
    std::printf("{\"scrape_us\": %.3f, \"disk_mib\": %.3f, \"open_s\": %.4f, "
                "\"resident_mib\": %.2f, \"week_ms\": %.3f, \"series_mib\": %.3f, "
                "\"series_open_s\": %.4f, \"series_look_ms\": %.3f, \"series_pan_ms\": %.3f}\n",
        written / kDay * 1e6, disk / 1048576, opened, resident / 1048576,
        weekOfCharts(root / "week") * 1e3, week.diskBytes / 1048576, week.opened,
        week.firstLook * 1e3, week.panned * 1e3);
}

} // namespace
} // namespace pult::telemetry

int main()
{
    pult::telemetry::measure();
}
