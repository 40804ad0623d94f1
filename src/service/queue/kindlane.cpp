// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/kindlane.h"

#include <algorithm>

namespace pult::service {

namespace {

WallTime turnOf(const QueueEntry &entry)
{
    return entry.place.since - entry.priority * KindLane::kHeadStart;
}

} // namespace

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
    std::optional<QueueEntry> next;
    for (std::int64_t priority = contract::kMaxPriority; priority >= 0; --priority) {
        const QueuePlace *first = m_lists.at(static_cast<std::size_t>(priority)).first();
        if (first && (!next || turnOf({priority, *first}) < turnOf(*next)))
            next = QueueEntry{priority, *first};
    }
    if (next)
        listFor(*next).erase(next->place);
    return next;
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
    std::optional<std::size_t> before =
        m_lists.at(static_cast<std::size_t>(entry.priority)).rank(entry.place);
    for (std::int64_t other = 0; before && other <= contract::kMaxPriority; ++other) {
        if (other == entry.priority)
            continue;
        WallTime limit = turnOf(entry) + other * kHeadStart;
        if (other > entry.priority)
            limit += WallTime::duration(1); // Of two whose turn is the same, the more urgent goes.
        *before += m_lists.at(static_cast<std::size_t>(other)).countBefore(limit);
    }
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
