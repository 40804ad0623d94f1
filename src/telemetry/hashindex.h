// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace pult::telemetry {

/// Places of values that stand elsewhere, by the values' hashes: a slot of eight bytes each. A new
/// value costs one look at memory, a third of what boost::unordered_flat_set takes. One thread at a
/// time.
class HashIndex {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    /// The place of a value with that hash that `isSought` says yes of; kNone when there is none.
    template <class IsSought>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, IsSought isSought) const
    {
        if (m_slots.empty())
            return kNone;
        for (std::size_t i = hash & m_mask; m_slots[i].place != 0; i = (i + 1) & m_mask)
            if (m_slots[i].hash == hash && isSought(m_slots[i].place - 1))
                return m_slots[i].place - 1;
        return kNone;
    }

    /// Requires: not there, and below kNone.
    void add(std::uint32_t hash, std::uint32_t place)
    {
        if (2 * (m_size + 1) > m_slots.size())
            reserve(m_size + 1);
        put({hash, place + 1});
        ++m_size;
    }

    /// For so many in all.
    void reserve(std::size_t size);
    void clear();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = 0; ///< From 1; 0: free.
    };

    void put(Slot slot)
    {
        std::size_t i = slot.hash & m_mask;
        while (m_slots[i].place != 0)
            i = (i + 1) & m_mask;
        m_slots[i] = slot;
    }

    std::vector<Slot> m_slots; ///< A power of two, at most half of them taken.
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
};

} // namespace pult::telemetry
