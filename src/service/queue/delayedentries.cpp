// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/delayedentries.h"

namespace pult::service {

void DelayedEntries::insert(const QueueEntry &entry, SteadyTime due)
{
    m_entries.emplace(entry.place.id, Delayed{entry, due});
    m_byDue.emplace(due, entry.place.id);
}

bool DelayedEntries::erase(contract::JobId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return false;
    m_byDue.erase({found->second.due, id});
    m_entries.erase(found);
    return true;
}

std::vector<QueueEntry> DelayedEntries::takeDue(SteadyTime now)
{
    std::vector<QueueEntry> due;
    while (!m_byDue.empty() && m_byDue.begin()->first <= now) {
        const contract::JobId id = m_byDue.begin()->second;
        due.push_back(m_entries.at(id).entry);
        erase(id);
    }
    return due;
}

std::optional<SteadyTime> DelayedEntries::nextDue() const
{
    return m_byDue.empty() ? std::nullopt : std::optional(m_byDue.begin()->first);
}

std::optional<SteadyTime> DelayedEntries::dueOf(contract::JobId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second.due);
}

void DelayedEntries::appendTo(std::vector<QueueEntry> &all) const
{
    for (const auto &[id, delayed] : m_entries)
        all.push_back(delayed.entry);
}

} // namespace pult::service
