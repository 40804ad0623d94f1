// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/hashindex.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace pult::telemetry {

void HashIndex::reserve(std::size_t size)
{
    constexpr std::size_t kFewest = 64;
    if (2 * size <= m_slots.size())
        return;
    const std::size_t slots = std::bit_ceil(std::max(kFewest, 2 * size));
    const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(slots));
    m_mask = slots - 1;
    for (const Slot &slot : before)
        if (slot.place != 0)
            m_slots[slotOf(slot.hash, [](std::uint32_t) { return false; })] = slot;
}

void HashIndex::clear()
{
    m_slots.clear();
    m_size = 0;
}

} // namespace pult::telemetry
