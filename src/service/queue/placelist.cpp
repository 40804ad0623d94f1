// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/placelist.h"

#include <algorithm>

namespace pult::service {

namespace {

constexpr std::size_t kChunkSize = 512;

} // namespace

void PlaceList::insert(const QueuePlace &place)
{
    ++m_size;
    if (m_chunks.empty() || m_chunks.back().back() < place)
        return append(place);
    const std::size_t index = chunkFor(place);
    Chunk &chunk = m_chunks[index];
    chunk.insert(std::lower_bound(chunk.begin(), chunk.end(), place), place);
    if (chunk.size() > kChunkSize)
        split(index);
}

void PlaceList::append(const QueuePlace &place)
{
    if (m_chunks.empty() || m_chunks.back().size() >= kChunkSize)
        m_chunks.emplace_back().reserve(kChunkSize + 1); // One more is there before it is split.
    m_chunks.back().push_back(place);
}

bool PlaceList::erase(const QueuePlace &place)
{
    const std::size_t index = chunkFor(place);
    if (index == m_chunks.size())
        return false;
    Chunk &chunk = m_chunks[index];
    const auto found = std::lower_bound(chunk.begin(), chunk.end(), place);
    if (*found != place)
        return false;
    chunk.erase(found);
    if (chunk.empty())
        m_chunks.erase(m_chunks.begin() + static_cast<std::ptrdiff_t>(index));
    --m_size;
    return true;
}

const QueuePlace *PlaceList::first() const
{
    return m_chunks.empty() ? nullptr : &m_chunks.front().front();
}

std::optional<std::size_t> PlaceList::rank(const QueuePlace &place) const
{
    const std::size_t index = chunkFor(place);
    if (index == m_chunks.size())
        return std::nullopt;
    const Chunk &chunk = m_chunks[index];
    const auto found = std::lower_bound(chunk.begin(), chunk.end(), place);
    if (*found != place)
        return std::nullopt;
    return sizeOfFirst(index) + static_cast<std::size_t>(found - chunk.begin());
}

std::size_t PlaceList::countBefore(WallTime since) const
{
    const QueuePlace place{since, {}};
    const std::size_t index = chunkFor(place);
    if (index == m_chunks.size())
        return m_size;
    const Chunk &chunk = m_chunks[index];
    const auto found = std::lower_bound(chunk.begin(), chunk.end(), place);
    return sizeOfFirst(index) + static_cast<std::size_t>(found - chunk.begin());
}

/// Counts from the nearer end: nearly all who ask ask about the last.
std::size_t PlaceList::sizeOfFirst(std::size_t chunks) const
{
    const auto sizeOf = [this](std::size_t from, std::size_t to) {
        std::size_t size = 0;
        for (std::size_t i = from; i < to; ++i)
            size += m_chunks[i].size();
        return size;
    };
    return chunks <= m_chunks.size() / 2 ? sizeOf(0, chunks)
                                         : m_size - sizeOf(chunks, m_chunks.size());
}

/// The first chunk that ends at or behind the place: where it is, or belongs; or the end.
std::size_t PlaceList::chunkFor(const QueuePlace &place) const
{
    const auto found = std::partition_point(
        m_chunks.begin(), m_chunks.end(), [&](const Chunk &chunk) { return chunk.back() < place; });
    return static_cast<std::size_t>(found - m_chunks.begin());
}

void PlaceList::split(std::size_t index)
{
    Chunk &chunk = m_chunks[index];
    const auto middle = chunk.begin() + static_cast<std::ptrdiff_t>(chunk.size() / 2);
    Chunk rest(middle, chunk.end());
    chunk.erase(middle, chunk.end());
    m_chunks.insert(m_chunks.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
}

} // namespace pult::service
