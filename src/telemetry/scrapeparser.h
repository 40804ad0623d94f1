// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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
/// A scrape nearly always repeats the one before with other values. So each line is predicted
/// from the last body that differed: if its text up to the value is the same, comments before it
/// included, one comparison identifies the series. Otherwise its text is looked up, and only a
/// text never seen is decoded. A steady scrape allocates nothing.
class ScrapeParser {
public:
    static constexpr std::size_t kMaxFaults = 20;

    explicit ScrapeParser(const ScrapeLimits &limits = {});

    ScrapeReport parse(std::string_view body);

    /// Of the last scrape, by SeriesIndex; NaN for a series that was not in it.
    [[nodiscard]] std::span<const double> values() const { return m_values; }
    /// Every series ever seen, by SeriesIndex.
    [[nodiscard]] std::span<const SeriesName> series() const { return m_series; }

private:
    struct Expected {
        std::size_t offset = 0; ///< In the body it was seen in, of the text up to the value.
        std::size_t length = 0;
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

    void begin(std::string_view body);
    const char *takeExpected(const char *at, const char *end);
    void takeLine(std::string_view line);
    LineResult<> readLine(std::string_view line);
    LineResult<> takeSample(std::string_view line);
    void store(SeriesIndex series, double value, const char *valueAt);
    LineResult<SeriesIndex> identify(std::string_view text);
    LineResult<SeriesIndex> learn(std::string_view text);
    void addFault(const char *line, const LineFault &fault);
    void expectLikeThis();

    ScrapeLimits m_limits;
    std::vector<SeriesName> m_series;
    std::vector<double> m_values;
    std::vector<std::uint64_t> m_seenIn; ///< The last scrape each series was in.
    std::vector<std::size_t> m_positions; ///< Where each series stands in m_expected.
    std::unordered_map<std::string, SeriesIndex, TextHash, std::equal_to<>> m_byText;
    std::unordered_map<SeriesName, SeriesIndex, NameHash> m_byName;

    std::string m_reference; ///< The body that m_expected refers to.
    std::vector<Expected> m_expected;

    // Of the scrape being read.
    std::uint64_t m_scrape = 0;
    std::string_view m_body;
    const char *m_prefix = nullptr; ///< Begin of the comments before the next sample.
    std::size_t m_next = 0; ///< In m_expected.
    std::vector<Expected> m_found;
    bool m_isSurprised = false; ///< A sample was not where it was expected.
    bool m_hasEnded = false; ///< By "# EOF".
    ScrapeReport m_report;
};

} // namespace pult::telemetry
