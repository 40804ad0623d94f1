// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "service/limits/tokenbucket.h"

namespace pult::service {

/// The buckets of many clients, and the order in which the clients were last seen. A name is kept
/// as its keyed hash of 64 bits (SipHash): nobody outside can make two collide, and that any two of
/// 100 000 do has odds of one in 3 700 million; these would share their buckets. Fewer than 2^32
/// clients. One thread.
class ClientTable {
public:
    static constexpr std::size_t kBuckets = 7;
    using Buckets = std::array<TokenBucket, kBuckets>;

    ClientTable();

    /// The client's, which now is the last one seen; all full for a new one. Valid until the next
    /// call.
    [[nodiscard]] Buckets &touch(std::string_view name);
    /// Of whom was quiet for longest. Requires: not empty.
    [[nodiscard]] const Buckets &quietest() const
    {
        return m_clients[m_links[kEnds].newer].buckets;
    }
    /// Requires: not empty.
    void forgetQuietest();
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

    template <class Visit>
    void visit(Visit visit)
    {
        for (const auto &[key, place] : m_places)
            visit(m_clients[place].buckets);
    }

private:
    using Place = std::uint32_t; ///< In both vectors.
    static constexpr Place kEnds = 0; ///< Between the newest and the oldest client: a ring.

    using Key = std::uint64_t;
    struct KeyHash {
        using is_avalanching = void;
        std::size_t operator()(Key key) const { return key; }
    };
    /// A line of the processor's cache.
    struct alignas(64) Client {
        Key key = 0;
        Buckets buckets;
    };
    struct Links {
        Place older = kEnds;
        Place newer = kEnds;
    };

    [[nodiscard]] Key keyOf(std::string_view name) const;
    [[nodiscard]] Place takePlace();
    void unlink(Place place);
    void linkAsNewest(Place place);

    std::array<unsigned char, 16> m_secret;
    boost::unordered_flat_map<Key, Place, KeyHash> m_places;
    std::vector<Client> m_clients{1};
    std::vector<Links> m_links{1}; ///< Apart from the clients, so that they stay in the cache.
    std::vector<Place> m_free;
};

} // namespace pult::service
