// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/scrapeparser.h"
#include "telemetry/signalset.h"

namespace pult::telemetry {

/// Everything that is remembered of one watched service. Its series are kept as long as the
/// longest window needs them; its signals, as long as charts reach back. One thread at a time.
class Target {
public:
    struct Limits {
        ScrapeLimits scrape;
        SeriesStore::Limits series{Seconds(300), std::size_t(256) << 20U};
        SeriesStore::Limits signals{Seconds(6 * 3600), std::size_t(64) << 20U};
    };

    explicit Target(std::span<const SignalSpec> specs = contractSignals());
    Target(std::span<const SignalSpec> specs, const Limits &limits);

    /// Takes one exposition as of that time, and computes every signal anew.
    ScrapeReport ingest(WallTime at, std::string body);

    /// Of the newest scrape; NaN when unknown.
    [[nodiscard]] double latest(Signal signal, std::string_view trace = "") const;

    struct TracePixels {
        std::string name;
        std::vector<Extremes> columns; ///< Oldest first, as many as asked for.
        double latest = 0;
    };
    /// By name.
    [[nodiscard]] std::vector<TracePixels> chart(Signal signal, const PixelRange &range) const;

private:
    ScrapeParser m_parser;
    SeriesStore m_series;
    SignalSet m_set;
    SeriesStore m_signals;
};

} // namespace pult::telemetry
