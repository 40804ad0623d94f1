// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/retention.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

std::size_t shareOf(HistoryPart part)
{
    switch (part) {
    case HistoryPart::series:
        return 2;
    case HistoryPart::signals:
        return 4;
    case HistoryPart::fineRollup:
        return 6;
    case HistoryPart::rollup:
        return 32;
    }
    return 32;
}

} // namespace

SeriesStore::Limits limitsOf(HistoryPart part, const Retention &retention)
{
    return {retention.span, retention.bytes / shareOf(part)};
}

std::size_t pageFileBytes(const SeriesStore::Limits &limits)
{
    constexpr std::size_t kFilesAStore = 16;
    constexpr std::size_t kSmallest = std::size_t(64) << 10U;
    constexpr std::size_t kLargest = std::size_t(16) << 20U;
    return std::clamp(limits.bytes / kFilesAStore, kSmallest, kLargest);
}

} // namespace pult::telemetry
