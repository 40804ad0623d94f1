// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {

/// How much of one service's past is kept. A value.
struct Retention {
    Seconds span{7 * 24 * 3600};
    std::size_t bytes = std::size_t(400) << 20U; ///< Of all its files, about.
    bool operator==(const Retention &) const = default;
};

/// What is kept of a service in memory alone.
inline constexpr Retention kMemoryRetention{Seconds(6 * 3600), std::size_t(64) << 20U};

/// What a service's past consists of.
enum class HistoryPart {
    series, ///< As scraped: half of the bytes.
    signals, ///< Computed once a scrape: a quarter.
    fineRollup, ///< The finest resolution of those below: a sixth.
    rollup, ///< Each of the others: a thirty-second.
};

[[nodiscard]] SeriesStore::Limits limitsOf(HistoryPart part, const Retention &retention);
/// So that the oldest file is a small share of what is kept.
[[nodiscard]] std::size_t pageFileBytes(const SeriesStore::Limits &limits);

} // namespace pult::telemetry
