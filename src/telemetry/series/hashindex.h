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
        return m_slots.empty() ? kNone : m_slots[slotOf(hash, isSought)].place - 1;
    }

    /// Likewise; but where there is none, the value is added at `place`, which is answered.
    /// Requires: below kNone.
    template <class IsSought>
    std::uint32_t findOrAdd(std::uint32_t hash, std::uint32_t place, IsSought isSought)
    {
        if (2 * (m_size + 1) > m_slots.size())
            reserve(m_size + 1);
        Slot &slot = m_slots[slotOf(hash, isSought)];
        if (slot.place == 0) {
            slot = {hash, place + 1};
            ++m_size;
        }
        return slot.place - 1;
    }

    /// Requires: not there, and below kNone.
    void add(std::uint32_t hash, std::uint32_t place)
    {
        findOrAdd(hash, place, [](std::uint32_t) { return false; });
    }

    /// For so many in all.
    void reserve(std::size_t size);
    void clear();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = 0; ///< From 1; 0: free.
    };

    /// That of the value, or the free one where it belongs. Requires: slots.
    template <class IsSought>
    [[nodiscard]] std::size_t slotOf(std::uint32_t hash, IsSought isSought) const
    {
        std::size_t i = hash & m_mask;
        while (
            m_slots[i].place != 0 && (m_slots[i].hash != hash || !isSought(m_slots[i].place - 1)))
            i = (i + 1) & m_mask;
        return i;
    }

    std::vector<Slot> m_slots; ///< A power of two, at most half of them taken.
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
};

} // namespace pult::telemetry
