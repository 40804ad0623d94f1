// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "telemetry/series/seriestable.h"
#include "telemetry/signals/profile.h"

namespace pult::telemetry {

/// Which profiles fit one target, by the names of its series. One thread at a time.
class ProfileChoice {
public:
    explicit ProfileChoice(Profiles all);

    /// By the target's series behind those it knows. Answers what has not been recognised before.
    [[nodiscard]] Profiles recognise(const SeriesTable &series);
    /// Those that a scrape with these values fits; NaN: the series is not in it.
    [[nodiscard]] Profiles fitting(std::span<const double> values) const;
    /// Those that have signals of these names, which are nameOf's.
    [[nodiscard]] Profiles remembered(std::span<const std::string_view> signalNames) const;

private:
    Profiles m_all;
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_byMetric; ///< Of their names.
    std::vector<std::vector<SeriesIndex>> m_series; ///< That each of them is recognised by.
    SeriesIndex m_seen = 0;
};

} // namespace pult::telemetry
