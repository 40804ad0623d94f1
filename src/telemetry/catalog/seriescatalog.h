// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "telemetry/series/seriesindex.h"
#include "telemetry/series/seriesname.h"

namespace pult::telemetry {

/// Which series there are, those of the past included: by metric, and by words. One thread at a
/// time.
class SeriesCatalog {
public:
    /// Takes in the columns behind those it knows. The names, written by toString, live as long as
    /// the catalog.
    void follow(std::span<const std::string_view> names);

    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    /// Empty for a metric that is not known.
    [[nodiscard]] std::span<const SeriesIndex> ofMetric(std::string_view metric) const;
    [[nodiscard]] SeriesName nameOf(SeriesIndex series) const;

    struct Match {
        std::string_view metric;
        std::size_t series = 0; ///< That match.
        std::vector<SeriesIndex> listed; ///< The first of them, by name; buckets by bound.
    };
    struct Matches {
        std::vector<Match> metrics; ///< By name.
        std::size_t series = 0; ///< That match, also those not listed.
    };
    /// The series whose name and labels hold every word of the text, ASCII letters in any case. As
    /// many are listed as wanted in all.
    [[nodiscard]] Matches search(std::string_view text, std::size_t wanted) const;

    using Metrics = std::map<std::string_view, std::vector<SeriesIndex>>;
    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }

private:
    std::vector<std::string_view> m_names; ///< By column; empty where a name was lost.
    Metrics m_metrics;
};

} // namespace pult::telemetry
