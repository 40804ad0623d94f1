// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "telemetry/exposition/plainline.h"
#include "telemetry/exposition/scrapemodel.h"
#include "telemetry/series/seriestable.h"

namespace pult::telemetry {

/// What one target may cost. Beyond it lines are refused, never stored in part.
struct ScrapeLimits {
    std::size_t bodyBytes = std::size_t(64) << 20U; ///< Below 4 GiB.
    std::size_t samples = 200'000;
    std::size_t newSeries = 50'000; ///< Of one scrape.
    std::size_t series = 400'000; ///< Ever seen; and as many other spellings of them.
    LineLimits line;
};

struct ScrapeFault {
    std::size_t line = 0; ///< From 1.
    std::size_t column = 0; ///< Byte in the line, from 1.
    std::string detail;
    LineFault::Kind kind = LineFault::Kind::syntax;
    bool operator==(const ScrapeFault &) const = default;
};

/// "line 3, column 7: …"
[[nodiscard]] std::string toString(const ScrapeFault &fault);

struct ScrapeReport {
    std::size_t samples = 0; ///< Taken.
    std::size_t newSeries = 0;
    std::size_t faulty = 0; ///< Lines refused.
    std::size_t leftOut = 0; ///< Samples not taken because of a limit.
    std::vector<ScrapeFault> faults; ///< The first kMaxFaults of them.
};

/// Reads one target's expositions, one after the other. One thread at a time.
///
/// A broken line is reported and does not spoil the others: reading goes on behind the next line
/// end. The first fault of the kind `syntax` is where Prometheus gives a scrape up, and what is
/// read in front of it is what Prometheus reads. In OpenMetrics nothing is read behind "# EOF", and
/// a body without it is reported on the line behind its last; all its samples are taken. A series
/// that stands twice keeps its first value, as in Prometheus. Timestamps are checked, not kept: a
/// sample is of the time of its scrape.
///
/// A scrape that repeats the one before with other values is followed by ScrapeModel, and
/// allocates nothing. Of any other every line is read: at once where it is plain, else by the rules
/// of exposition.h, where its series is looked up by its text first.
class ScrapeParser {
public:
    static constexpr std::size_t kMaxFaults = 20;

    using Body = ScrapeModel::Body;

    explicit ScrapeParser(const ScrapeLimits &limits = {});

    ScrapeReport parse(Body body, ExpositionFormat format = ExpositionFormat::text);

    /// Of the last scrape, by SeriesIndex; NaN for a series that was not in it.
    [[nodiscard]] std::span<const double> values() const
    {
        return std::span(m_values).first(m_series.size());
    }
    /// Every series ever seen.
    [[nodiscard]] const SeriesTable &series() const { return m_series; }

private:
    struct Sample {
        std::size_t valueAt = 0; ///< Byte in the body.
        std::size_t end = 0; ///< Where the next line begins.
        double value = 0;
    };

    void begin(std::string_view body);
    void takeLines();
    void leaveOutRest(std::size_t at);
    std::size_t takeLineAt(std::size_t at);
    std::size_t takePlainLines(std::size_t at);
    std::size_t takePlain();
    SeriesTable::Added addWithoutEmpty(std::string_view written, std::span<LabelPlace> places);
    LineResult<> takeTextLine(std::size_t at, std::size_t end);
    LineResult<> takeOpenMetricsLine(std::size_t at, std::size_t end);
    std::size_t takeLongSample(std::size_t at, std::size_t end);
    LineResult<> takeSample(std::size_t at, std::size_t end);
    LineResult<SeriesIndex> identify(std::string_view text);
    LineResult<SeriesIndex> learn(std::string_view text);
    [[nodiscard]] std::size_t roomForSeries() const;
    [[nodiscard]] std::size_t room() const;
    SeriesIndex entered(const SeriesTable::Added &added);
    void makeRoom(std::size_t series);
    void keep(SeriesIndex series, const Sample &sample);
    void addFault(std::size_t at, const LineFault &fault);

    ScrapeLimits m_limits;
    SeriesTable m_series;
    std::vector<double> m_values; ///< With room for more series, absent.
    std::vector<std::uint64_t> m_seenIn; ///< The last scrape read whole that each series was in.

    ScrapeModel m_model;
    ScrapeReport m_report; ///< Of the last scrape.

    ExpositionFormat m_format = ExpositionFormat::text; ///< Of the last scrape.

    // Of the scrape being read whole.
    std::uint64_t m_scrape = 0;
    std::string_view m_body;
    bool m_hasEnded = false; ///< By "# EOF".
    bool m_isModel = true; ///< For the next one.

    PlainLines m_plain; ///< Read at once.
    std::string m_text; ///< Of a series without its empty labels.
};

} // namespace pult::telemetry
