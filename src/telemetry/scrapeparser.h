// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "telemetry/exposition.h"
#include "telemetry/seriesindex.h"

namespace pult::telemetry {

/// What one target may cost. Beyond it lines are refused, never stored in part.
struct ScrapeLimits {
    std::size_t bodyBytes = std::size_t(64) << 20U;
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
/// A scrape nearly always repeats the one before with some other values. So it is compared with
/// that first: what is equal needs no reading, and a line that differs in nothing but its value
/// needs its number read. Anything else, and every line is read: its series is looked up by its
/// text, and only a text never seen is decoded. A scrape that repeats the one before allocates
/// nothing.
class ScrapeParser {
public:
    static constexpr std::size_t kMaxFaults = 20;

    /// Shared, since the parser keeps it until the next.
    using Body = std::shared_ptr<const std::string>;

    explicit ScrapeParser(const ScrapeLimits &limits = {});

    ScrapeReport parse(Body body);

    /// Of the last scrape, by SeriesIndex; NaN for a series that was not in it.
    [[nodiscard]] std::span<const double> values() const { return m_values; }
    /// Every series ever seen, by SeriesIndex.
    [[nodiscard]] std::span<const SeriesName> series() const { return m_series; }

private:
    /// One sample of the body before: the comments in front of it, its series, its value.
    struct Line {
        std::size_t valueAt = 0; ///< Bytes from its begin.
        std::size_t length = 0; ///< Line end included.
        SeriesIndex series = 0;
    };
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

    /// False, with values in disorder, unless the body differs from the one before in values alone.
    bool takeRepetition(std::string_view body);
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

    Body m_before; ///< Null when it is no model for the next.
    std::vector<Line> m_lines; ///< Of m_before.

    // Of the scrape being read whole.
    std::uint64_t m_scrape = 0;
    std::string_view m_body;
    const char *m_prefix = nullptr; ///< Begin of the comments before the next sample.
    bool m_hasEnded = false; ///< By "# EOF".
    ScrapeReport m_report;
};

} // namespace pult::telemetry
