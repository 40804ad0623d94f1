// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "telemetry/exposition.h"
#include "telemetry/scrapemodel.h"

namespace pult::telemetry {

/// What one target may cost. Beyond it lines are refused, never stored in part.
struct ScrapeLimits {
    std::size_t bodyBytes = std::size_t(64) << 20U; ///< Below 4 GiB.
    std::size_t samples = 200'000;
    std::size_t newSeries = 50'000; ///< Of one scrape.
    std::size_t series = 400'000; ///< Ever seen.
    LineLimits line;
};

struct ScrapeFault {
    std::size_t line = 0; ///< From 1.
    std::size_t column = 0; ///< Byte in the line, from 1.
    std::string detail;
    bool operator==(const ScrapeFault &) const = default;
};

struct ScrapeReport {
    std::size_t samples = 0; ///< Taken.
    std::size_t newSeries = 0;
    std::size_t faulty = 0; ///< Lines refused.
    std::vector<ScrapeFault> faults; ///< The first kMaxFaults of them.
};

/// Reads one target's expositions, one after the other. A broken line is reported and does not
/// spoil the others. One thread at a time.
///
/// A scrape that repeats the one before with other values is followed by ScrapeModel, and
/// allocates nothing. Of any other every line is read: its series is looked up by its text, and
/// only a text never seen is decoded.
class ScrapeParser {
public:
    static constexpr std::size_t kMaxFaults = 20;

    using Body = ScrapeModel::Body;

    explicit ScrapeParser(const ScrapeLimits &limits = {});

    ScrapeReport parse(Body body);

    /// Of the last scrape, by SeriesIndex; NaN for a series that was not in it.
    [[nodiscard]] std::span<const double> values() const { return m_values; }
    /// Every series ever seen, by SeriesIndex.
    [[nodiscard]] std::span<const SeriesName> series() const { return m_series; }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    struct NameHash {
        std::size_t operator()(const SeriesName &name) const;
    };

    void takeAll(std::string_view body);
    void takeLine(std::string_view line);
    LineResult<> readLine(std::string_view line);
    LineResult<> takeSample(std::string_view line);
    LineResult<SeriesIndex> identify(std::string_view text);
    LineResult<SeriesIndex> learn(std::string_view text);
    void addFault(const char *line, const LineFault &fault);

    ScrapeLimits m_limits;
    std::vector<SeriesName> m_series;
    std::vector<double> m_values;
    std::vector<std::uint64_t> m_seenIn; ///< The last scrape read whole that each series was in.
    std::unordered_map<std::string, SeriesIndex, TextHash, std::equal_to<>> m_byText;
    std::unordered_map<SeriesName, SeriesIndex, NameHash> m_byName;

    ScrapeModel m_model;
    ScrapeReport m_report; ///< Of the last scrape.

    // Of the scrape being read whole.
    std::uint64_t m_scrape = 0;
    std::string_view m_body;
    bool m_hasEnded = false; ///< By "# EOF".
    bool m_leftOut = false; ///< Series that the next scrape may bring in.
};

} // namespace pult::telemetry
