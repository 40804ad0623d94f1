// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two scrapes of one target, one after the other, divided by the byte 0x1e; of OpenMetrics when the
// input begins with 0x1f.
#include <cmath>
#include <map>

#include "fuzz/fuzzing.h"
#include "telemetry/exposition/scrapeparser.h"

namespace {

using pult::telemetry::ExpositionFormat;
using pult::telemetry::ScrapeParser;
using pult::telemetry::SeriesIndex;
using pult::telemetry::SeriesName;

constexpr char kBetween = '\x1e';
constexpr char kOpenMetrics = '\x1f';

using Samples =
    std::map<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>, double>;

Samples samplesOf(const ScrapeParser &parser)
{
    Samples samples;
    for (SeriesIndex i = 0; i < parser.values().size(); ++i) {
        const SeriesName name = parser.series().name(i);
        std::vector<std::pair<std::string, std::string>> labels;
        for (const auto &[label, value] : name.labels)
            labels.emplace_back(label, value);
        if (!std::isnan(parser.values()[i]))
            samples[{name.metric, labels}] = parser.values()[i];
    }
    return samples;
}

void scrape(ScrapeParser &parser, std::string_view body, ExpositionFormat format)
{
    (void)parser.parse(std::make_shared<const std::string>(body), format);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string text = pult::fuzz::textOf(data, size);
    const bool isText = !text.starts_with(kOpenMetrics);
    const auto format = isText ? ExpositionFormat::text : ExpositionFormat::openMetrics;
    if (!isText)
        text.erase(0, 1);
    const std::size_t between = text.find(kBetween);
    const std::string_view first = std::string_view(text).substr(0, between);
    const std::string_view second =
        between == std::string::npos ? first : std::string_view(text).substr(between + 1);
    ScrapeParser follower;
    scrape(follower, first, format);
    scrape(follower, second, format);
    ScrapeParser newcomer;
    scrape(newcomer, second, format);
    pult::fuzz::require(samplesOf(follower) == samplesOf(newcomer),
        "a scrape says the same whatever came before it");
    return 0;
}
