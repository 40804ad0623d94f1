// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "console/live/chartdata.h"
#include "console/live/servicestate.h"
#include "telemetry/target.h"

namespace pult::live {

/// What the newest metrics say, for the tiles.
struct Reading {
    Glance glance;
    Trends trends;
    std::string fault; ///< Of the first line that was left out, "line 3, column 7: …".
};

/// The measured past of one service. Telemetry thread.
class History {
public:
    /// Samples further apart than this leave a gap.
    explicit History(Seconds longestStep);

    /// Errors: corrupt (not one line is a sample).
    [[nodiscard]] Result<Reading> ingest(WallTime at, std::string exposition);
    /// Without marks.
    [[nodiscard]] ChartData chart(const ChartQuery &query, WallTime now) const;

private:
    [[nodiscard]] Glance glance() const;
    [[nodiscard]] Trends trends() const;
    [[nodiscard]] std::vector<double> trend(
        telemetry::Signal signal, std::string_view trace = "") const;

    telemetry::Target m_target;
    Seconds m_longestStep;
    WallTime m_newest;
};

} // namespace pult::live
