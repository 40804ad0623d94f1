// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/clock.h"
#include "service/queue/queueentry.h"

namespace pult::service {

/// Jobs that back off, each until its own moment. One thread.
class DelayedEntries {
public:
    void insert(const QueueEntry &entry, SteadyTime due);
    /// Whether it was there.
    bool erase(contract::JobId id);
    /// Takes out all that are due.
    [[nodiscard]] std::vector<QueueEntry> takeDue(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;
    [[nodiscard]] std::optional<SteadyTime> dueOf(contract::JobId id) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    void appendTo(std::vector<QueueEntry> &all) const;

private:
    struct Delayed {
        QueueEntry entry;
        SteadyTime due;
    };
    std::map<contract::JobId, Delayed> m_entries;
    std::set<std::pair<SteadyTime, contract::JobId>> m_byDue;
};

} // namespace pult::service
