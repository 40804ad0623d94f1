// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/catalog/foundseries.h"
#include "telemetry/catalog/seriesbook.h"
#include "telemetry/exposition/scrapeparser.h"
#include "telemetry/plots/lineplot.h"
#include "telemetry/plots/rolledstore.h"
#include "telemetry/signals/profilechoice.h"
#include "telemetry/signals/signalset.h"
#include "telemetry/target/historyexport.h"

namespace pult::telemetry {

/// Everything that is remembered of one watched service: in memory, where series are kept as long
/// as the longest window needs them and signals for some hours; or in a folder, over restarts,
/// where both are kept as the retention says. One thread at a time.
class Target {
public:
    struct Limits {
        ScrapeLimits scrape{};
        Retention retention = kMemoryRetention;
    };

    /// The profiles are what it may turn out to fit.
    explicit Target(const Profiles &profiles = shippedProfiles());
    Target(const Profiles &profiles, const Limits &limits);
    /// Goes on where the folder ends; but without the series as scraped when they have become more
    /// than half of what the limits allow, since each takes room in every row, also when it is
    /// gone. Errors: io, unsupported (nothing is changed).
    [[nodiscard]] static Result<Target> open(
        HistoryFolder folder, const Profiles &profiles, const Limits &limits);

    /// In a folder.
    [[nodiscard]] bool isKept() const { return m_folder.has_value(); }
    /// Requires: kept.
    void setRetention(const Retention &retention);

    /// Takes one exposition as of that time, and computes every signal anew.
    ScrapeReport ingest(
        WallTime at, std::string body, ExpositionFormat format = ExpositionFormat::text);

    /// Those that the newest scrape fits; before there is one, those that the folder remembers.
    [[nodiscard]] Profiles profiles() const;
    /// Of the newest scrape; NaN when unknown. The label's value is that of a split.
    [[nodiscard]] double latest(std::string_view signal, std::string_view label = "") const;
    [[nodiscard]] std::optional<WallTime> newest() const { return m_signals.newest(); }

    struct TracePixels {
        std::string label; ///< The value of what the signal is split by.
        std::vector<Extremes> columns; ///< Oldest first, as many as asked for.
        double latest = 0;
    };
    /// By label. What the service has no more is there as long as the range shows it.
    [[nodiscard]] std::vector<TracePixels> chart(
        std::string_view signal, const PixelRange &range) const;

    /// The line over the range, of the series as scraped. Rates are of the last 15 s at least.
    [[nodiscard]] LinePlot plot(const SeriesLine &line, const PixelRange &range) const;

    /// Series whose name and labels hold every word; see SeriesCatalog::search.
    [[nodiscard]] FoundMetrics search(std::string_view words, std::size_t wanted) const;

    /// The oldest and the newest row of the series as scraped.
    [[nodiscard]] std::optional<std::pair<WallTime, WallTime>> keptSpan() const;
    /// Until the target is changed.
    [[nodiscard]] HistoryExport::Source exportSource() const
    {
        return {m_series, m_catalog, m_metrics};
    }

    /// Why new samples are not kept in the folder. Codes: conflict (another console keeps them),
    /// io.
    [[nodiscard]] std::optional<Error> historyProblem() const;
    /// Bytes of the folder that could not be read when it was opened.
    [[nodiscard]] std::size_t lostHistory() const;

private:
    struct Parts {
        SeriesStore series;
        SeriesBook seriesBook;
        MetricBook metrics;
        RolledStore signals;
        SeriesBook signalBook;
    };
    Target(Parts parts, const Profiles &profiles, const Limits &limits);
    void bindNew();
    [[nodiscard]] bool isBound(SeriesIndex signal) const;

    std::optional<HistoryFolder> m_folder;
    ScrapeParser m_parser;
    SeriesBook m_seriesBook;
    SeriesStore m_series;
    SeriesCatalog m_catalog; ///< Of the book's names.
    MetricBook m_metrics;
    ProfileChoice m_choice;
    SignalSet m_set;
    SeriesBook m_signalBook;
    RolledStore m_signals;
};

} // namespace pult::telemetry
