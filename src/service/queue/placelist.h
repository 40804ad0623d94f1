// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "service/queue/queueentry.h"

namespace pult::service {

/// Places in order, which knows how many stand before each: a sorted sequence in chunks, 24 bytes a
/// place. Adding at the end and taking from the front, the usual case, cost O(1); everything else
/// O(log n) comparisons and the move of half a chunk. One thread.
class PlaceList {
public:
    void insert(const QueuePlace &place);
    /// Whether it was there.
    bool erase(const QueuePlace &place);
    /// Null when empty.
    [[nodiscard]] const QueuePlace *first() const;
    /// How many stand before it; nothing if it is not there.
    [[nodiscard]] std::optional<std::size_t> rank(const QueuePlace &place) const;
    /// How many were queued before the moment.
    [[nodiscard]] std::size_t countBefore(WallTime since) const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    template <class Visit>
    void visit(Visit visit) const
    {
        for (const Chunk &chunk : m_chunks) {
            for (const QueuePlace &place : chunk)
                visit(place);
        }
    }

private:
    using Chunk = std::vector<QueuePlace>; ///< Never empty.

    void append(const QueuePlace &place);
    std::size_t chunkFor(const QueuePlace &place) const;
    [[nodiscard]] std::size_t sizeOfFirst(std::size_t chunks) const;
    void split(std::size_t index);

    std::deque<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace pult::service
