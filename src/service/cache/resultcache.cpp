// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cache/resultcache.h"

#include <utility>

namespace pult::service {

ResultCache::ResultCache(
    const Clock &clock, const CacheSettings &settings, prometheus::Registry &registry)
    : m_clock(clock)
    , m_metrics(registry)
{
    m_state.with([&](State &state) { state.settings = settings; });
}

void ResultCache::apply(const CacheSettings &settings)
{
    m_state.with([&](State &state) {
        state.settings = settings;
        dropExpired(state);
        dropSurplus(state);
    });
}

CacheSettings ResultCache::applied() const
{
    return m_state.with([](const State &state) { return state.settings; });
}

ResultCache::Shared ResultCache::find(const std::string &key)
{
    return m_state.with([&](State &state) -> Shared {
        const auto found = state.byKey.find(key);
        if (found == state.byKey.end() || isExpired(state, *found->second)) {
            ++state.counts.misses;
            m_metrics.missed();
            return nullptr;
        }
        ++state.counts.hits;
        m_metrics.hit();
        state.entries.splice(state.entries.begin(), state.entries, found->second);
        return found->second->result;
    });
}

void ResultCache::put(const std::string &key, CachedResult result)
{
    const auto bytes = static_cast<std::int64_t>(result.bytes.size() + key.size()) + kEntryBytes;
    auto shared = std::make_shared<const CachedResult>(std::move(result));
    m_state.with([&](State &state) {
        dropExpired(state);
        if (const auto found = state.byKey.find(key); found != state.byKey.end())
            drop(state, found->second);
        if (bytes > state.settings.max_bytes)
            return;
        state.entries.push_front({key, std::move(shared), m_clock.now(), bytes});
        state.byKey.emplace(state.entries.front().key, state.entries.begin());
        state.counts.bytes += bytes;
        dropSurplus(state);
    });
}

contract::CacheStats ResultCache::stats()
{
    return m_state.with([&](State &state) {
        dropExpired(state);
        contract::CacheStats stats = state.counts;
        stats.entries = static_cast<std::int64_t>(state.entries.size());
        stats.max_bytes = state.settings.max_bytes;
        stats.ttl_s = state.settings.ttl_s;
        return stats;
    });
}

void ResultCache::refreshMetrics()
{
    m_metrics.set(stats());
}

bool ResultCache::isExpired(const State &state, const Entry &entry) const
{
    return Seconds(m_clock.now() - entry.storedAt) >= state.settings.ttl_s;
}

void ResultCache::drop(State &state, Entries::iterator entry)
{
    state.counts.bytes -= entry->bytes;
    state.byKey.erase(entry->key);
    state.entries.erase(entry);
}

void ResultCache::dropExpired(State &state) const
{
    for (auto entry = state.entries.begin(); entry != state.entries.end();) {
        const auto next = std::next(entry);
        if (isExpired(state, *entry)) {
            drop(state, entry);
            ++state.counts.expirations;
            m_metrics.expired();
        }
        entry = next;
    }
}

void ResultCache::dropSurplus(State &state) const
{
    while (state.counts.bytes > state.settings.max_bytes) {
        drop(state, std::prev(state.entries.end()));
        ++state.counts.evictions;
        m_metrics.evicted();
    }
}

} // namespace pult::service
