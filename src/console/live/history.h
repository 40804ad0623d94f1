// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "console/live/chartdata.h"
#include "console/live/exportquery.h"
#include "console/live/servicestate.h"
#include "telemetry/catalog/eventbook.h"
#include "telemetry/target/target.h"

namespace pult::live {

/// What the newest metrics say, for the tiles.
struct Reading {
    telemetry::Profiles profiles;
    std::size_t series = 0;
    std::map<std::string, SignalReading, std::less<>> signals;
    std::size_t leftOut = 0; ///< Samples beyond the limits of one service.
    std::string fault; ///< Of the first line that was left out, "line 3, column 7: …".
    std::optional<Error> historyProblem; ///< Why the past is not kept.
};

/// What opening a folder has brought.
struct HistoryOpening {
    /// Why the past is not kept there. Codes: conflict (another console keeps it), unsupported
    /// (what is there is not ours, or newer), io.
    std::optional<Error> problem;
    std::size_t lost = 0; ///< Bytes that cannot be read.
    bool hasPast = false; ///< There are samples of an earlier run.
    telemetry::Profiles profiles = {}; ///< That those fit.
    std::vector<Mark> marks = {}; ///< As kept by then.
};

/// The measured past of one service: in memory, and once it is open in the service's folder too.
/// Telemetry thread, but for its making.
class History {
public:
    /// Samples further apart than this leave a gap. The profiles are what it may turn out to fit.
    explicit History(
        Seconds longestStep, telemetry::Profiles profiles = telemetry::shippedProfiles());

    /// Takes in what the folder holds, and keeps there what comes. When that fails nothing there is
    /// changed, and the history stays in memory. While another console keeps the folder, each
    /// scrape looks whether that has let go, and takes the folder over then. Call it first.
    HistoryOpening open(const std::filesystem::path &folder, const telemetry::Retention &retention);
    /// Lets go of the folder, and forgets everything.
    void close();
    void setRetention(const telemetry::Retention &retention);

    /// Errors: corrupt (not one line is a sample).
    [[nodiscard]] Result<Reading> ingest(WallTime at, std::string exposition,
        telemetry::ExpositionFormat format = telemetry::ExpositionFormat::text);
    /// In the folder, if that may be written.
    void keep(const Mark &mark);
    /// Without marks.
    [[nodiscard]] ChartData chart(const ChartQuery &query, WallTime now) const;
    [[nodiscard]] telemetry::FoundMetrics findSeries(const SeriesQuery &query) const;

    /// Of the series as scraped; empty without a row.
    [[nodiscard]] std::optional<KeptSpan> keptSpan() const;
    /// Errors: as HistoryExport::begin.
    [[nodiscard]] Result<std::unique_ptr<telemetry::HistoryExport>> beginExport(
        const ExportQuery &query) const;
    /// How often a folder has been opened: what was begun before works on what is gone.
    [[nodiscard]] std::size_t openings() const { return m_openings; }
    /// The next piece of an export that began here, since the last opening. Errors: io;
    /// unavailable (closed by now).
    [[nodiscard]] Result<ExportProgress> writeOn(telemetry::HistoryExport &running) const;

private:
    [[nodiscard]] Result<void> openTarget(telemetry::HistoryFolder folder);
    void takeOver();
    void drawLines(const std::vector<telemetry::SeriesLine> &lines,
        const telemetry::PixelRange &range, ChartData &data) const;
    [[nodiscard]] std::optional<Error> problem() const;
    [[nodiscard]] SignalReading read(const telemetry::SignalSpec &signal, bool isShown) const;
    [[nodiscard]] std::vector<Trace> traces(const telemetry::SignalSpec &signal,
        const telemetry::PixelRange &range, bool isAlone) const;

    telemetry::Profiles m_known;
    telemetry::Target m_target;
    std::filesystem::path m_folder;
    telemetry::Retention m_retention;
    std::optional<telemetry::EventBook> m_events;
    std::size_t m_openings = 0;
    Seconds m_longestStep;
    WallTime m_newest;
    std::optional<Error> m_openProblem;
    bool m_isClosed = false;
};

} // namespace pult::live
