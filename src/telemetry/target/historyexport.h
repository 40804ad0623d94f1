// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "telemetry/files/file.h"
#include "telemetry/store/seriesstore.h"
#include "telemetry/target/exportplan.h"

namespace pult::telemetry {

/// Writes all series as scraped to a file of OpenMetrics text, a piece at a time, in memory that
/// does not grow with it. The file appears when it is whole; until then, and when the export is
/// given up, there is none. One thread at a time.
class HistoryExport {
public:
    struct Source {
        const SeriesStore &store;
        const SeriesCatalog &catalog;
        const MetricBook &book;
    };
    /// Both included.
    struct Range {
        WallTime from = WallTime::min();
        WallTime to = WallTime::max();
    };
    /// Of the rows there are now in the range. Errors: notFound (the folder), io.
    [[nodiscard]] static Result<std::unique_ptr<HistoryExport>> begin(
        std::filesystem::path path, const Source &source, const Range &range);
    HistoryExport(const HistoryExport &) = delete;
    HistoryExport &operator=(const HistoryExport &) = delete;
    ~HistoryExport();

    /// Writes the next piece, about kPieceBytes; the source is the one it began with, which may
    /// have got or lost rows since. Requires: not done. Errors: io (a full disk).
    [[nodiscard]] Result<void> step(const Source &source);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] double share() const; ///< 0..1 of what is to be gone through.
    [[nodiscard]] std::size_t samples() const { return m_samples; }

    static constexpr std::size_t kPieceBytes = std::size_t(4) << 20U;

private:
    using Families = std::map<std::string, ExportFamily>;
    using Metrics = std::map<std::string, ExportMetric>;

    HistoryExport(std::filesystem::path path, File file, const Source &source, const Range &range);
    void beginFamily();
    void beginMetric(const SeriesCatalog &catalog);
    void writeWindow(const SeriesStore &store);
    void next(const SeriesCatalog &catalog);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> finish();

    std::filesystem::path m_path;
    File m_file; ///< Beside the path, under another name.
    Families m_plan;
    Families::const_iterator m_family;
    Metrics::const_iterator m_metric;
    std::vector<std::string> m_names; ///< Of the metric's samples.
    WallTime m_from;
    WallTime m_to;
    WallTime m_at; ///< Where the metric's next window begins.
    std::string m_text; ///< Not written yet.
    std::size_t m_series = 0; ///< Done.
    std::size_t m_allSeries = 0;
    std::size_t m_samples = 0;
    bool m_isDone = false;
};

} // namespace pult::telemetry
