// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "telemetry/files/file.h"

namespace pult::telemetry {

/// The folder of one service's past, which one console at a time writes. Any other may read what
/// stands there. Its files:
///
///     lock                     locked (flock) by who writes
///     service.events           EventBook: what happened to the service
///     NAME.names               SeriesBook: what the columns of NAME are
///     NAME.comments            MetricBook: what the service says of its metrics
///     NAME.journal             Journal: its newest rows
///     NAME.000001.pages …      PageFile: its older rows, sealed; the oldest file goes first
///
/// NAME is "series" (as scraped), "signals" (computed, once a scrape), or "signals-10s" and the
/// like (rolled up: four columns each, low, high, mean and last). Written with write(2) alone,
/// which a killed process cannot take back. A power cut may cost what the kernel has not written by
/// itself, about 30 s; blocks and names are synced. One thread at a time.
class HistoryFolder {
public:
    /// Makes it when it is missing. Errors: io.
    [[nodiscard]] static Result<HistoryFolder> open(const std::filesystem::path &path);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Only to be read while another console writes there.
    [[nodiscard]] File::Mode mode() const;
    /// Removes all files of that NAME. Requires: it may be written. Errors: io.
    [[nodiscard]] Result<void> remove(const std::string &name) const;

private:
    HistoryFolder(std::filesystem::path path, std::optional<File> lock);

    std::filesystem::path m_path;
    std::optional<File> m_lock; ///< Held.
};

} // namespace pult::telemetry
