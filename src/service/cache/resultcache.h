// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.h"
#include "base/guarded.h"
#include "service/cache/cachemetrics.h"
#include "service/config/settings.h"

namespace pult::service {

struct CachedResult {
    std::string bytes;
    std::string mediaType;
    std::optional<std::int64_t> width; ///< Pixels.
    std::optional<std::int64_t> height; ///< Pixels.
};

/// Results that were costly to make, in memory, by a key of what they were made from. Bounded by
/// bytes: what was used longest ago goes first; and by age since it was stored. Any thread. The
/// clock must outlive it.
class ResultCache {
public:
    using Shared = std::shared_ptr<const CachedResult>;

    /// What an entry takes besides its bytes, about.
    static constexpr std::int64_t kEntryBytes = 256;

    ResultCache(const Clock &clock, const CacheSettings &settings, prometheus::Registry &registry);

    /// In force when it returns: what is too much or too old then, goes.
    void apply(const CacheSettings &settings);
    [[nodiscard]] CacheSettings applied() const;

    /// Null when it is not there, or too old. Counts as a hit or a miss.
    [[nodiscard]] Shared find(const std::string &key);
    /// Replaces what the key had. What alone is larger than the cache is not kept.
    void put(const std::string &key, CachedResult result);

    [[nodiscard]] contract::CacheStats stats();
    /// Brings the gauges up to date; call it before each scrape.
    void refreshMetrics();

private:
    struct Entry {
        std::string key;
        Shared result;
        SteadyTime storedAt;
        std::int64_t bytes = 0;
    };
    using Entries = std::list<Entry>; ///< Most recently used first.
    struct State {
        CacheSettings settings;
        Entries entries;
        std::unordered_map<std::string_view, Entries::iterator> byKey; ///< Keys of the entries.
        contract::CacheStats counts;
    };

    [[nodiscard]] bool isExpired(const State &state, const Entry &entry) const;
    static void drop(State &state, Entries::iterator entry);
    void dropExpired(State &state) const;
    void dropSurplus(State &state) const;

    const Clock &m_clock;
    CacheMetrics m_metrics;
    Guarded<State> m_state;
};

} // namespace pult::service
