// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

namespace pult::contract {

/// GET /cache/stats. The counts are those since the start of the service.
struct CacheStats {
    std::int64_t entries = 0;
    std::int64_t bytes = 0; ///< That the entries take, bookkeeping included.
    std::int64_t max_bytes = 0; ///< In force now.
    Seconds ttl_s{0}; ///< In force now.
    std::int64_t hits = 0;
    std::int64_t misses = 0;
    std::int64_t evictions = 0; ///< Dropped to make room.
    std::int64_t expirations = 0; ///< Dropped because they were too old.
    std::string policy = "lru";
    bool operator==(const CacheStats &) const = default;
};
BOOST_DESCRIBE_STRUCT(CacheStats, (),
    (entries, bytes, max_bytes, ttl_s, hits, misses, evictions, expirations, policy))

} // namespace pult::contract
