// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/kindlane.h"

#include <algorithm>

namespace pult::service {

void KindLane::push(const QueueEntry &entry)
{
    listFor(entry).insert(entry.place);
}

void KindLane::pushDelayed(const QueueEntry &entry, SteadyTime due)
{
    m_delayed.insert(entry, due);
}

std::optional<QueueEntry> KindLane::tryTake()
{
    if (m_isPaused)
        return std::nullopt;
    for (std::int64_t priority = contract::kMaxPriority; priority >= 0; --priority) {
        PlaceList &list = m_lists.at(static_cast<std::size_t>(priority));
        if (const QueuePlace *first = list.first()) {
            const QueueEntry entry{priority, *first};
            list.erase(entry.place);
            return entry;
        }
    }
    return std::nullopt;
}

bool KindLane::erase(const QueueEntry &entry)
{
    return listFor(entry).erase(entry.place) || m_delayed.erase(entry.place.id);
}

std::vector<QueueEntry> KindLane::takeAll()
{
    std::vector<QueueEntry> entries;
    entries.reserve(depth());
    for (std::size_t priority = 0; priority < m_lists.size(); ++priority)
        m_lists.at(priority).visit([&](const QueuePlace &place) {
            entries.push_back({static_cast<std::int64_t>(priority), place});
        });
    m_delayed.appendTo(entries);
    m_lists = {};
    m_delayed = {};
    return entries;
}

void KindLane::release(SteadyTime now)
{
    for (const QueueEntry &entry : m_delayed.takeDue(now))
        push(entry);
}

std::size_t KindLane::depth() const
{
    std::size_t total = m_delayed.size();
    for (const PlaceList &list : m_lists)
        total += list.size();
    return total;
}

std::optional<std::size_t> KindLane::position(const QueueEntry &entry) const
{
    const auto own = static_cast<std::size_t>(entry.priority);
    std::optional<std::size_t> before = m_lists.at(own).rank(entry.place);
    for (std::size_t higher = own + 1; before && higher < m_lists.size(); ++higher)
        *before += m_lists.at(higher).size();
    return before;
}

std::optional<WallTime> KindLane::oldest() const
{
    std::optional<WallTime> oldest;
    for (const PlaceList &list : m_lists) {
        if (const QueuePlace *first = list.first())
            oldest = std::min(oldest.value_or(first->since), first->since);
    }
    return oldest;
}

PlaceList &KindLane::listFor(const QueueEntry &entry)
{
    return m_lists.at(static_cast<std::size_t>(entry.priority));
}

} // namespace pult::service
