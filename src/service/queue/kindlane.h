// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "service/queue/delayedentries.h"
#include "service/queue/placelist.h"

namespace pult::service {

/// The waiting jobs of one kind. One thread.
class KindLane {
public:
    void push(const QueueEntry &entry);
    void pushDelayed(const QueueEntry &entry, SteadyTime due);
    /// The oldest of the highest priority; nothing while paused or when all back off.
    [[nodiscard]] std::optional<QueueEntry> tryTake();
    /// Whether it was there.
    bool erase(const QueueEntry &entry);
    /// Takes out all, those that back off too.
    [[nodiscard]] std::vector<QueueEntry> takeAll();
    /// Lines up those whose backoff is over.
    void release(SteadyTime now);

    void setPaused(bool paused) { m_isPaused = paused; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    /// Waiting, those that back off too.
    [[nodiscard]] std::size_t depth() const;
    /// Jobs to be started before it; nothing if it is not there or backs off.
    [[nodiscard]] std::optional<std::size_t> position(const QueueEntry &entry) const;
    /// When the one that has waited longest was queued, those that back off aside.
    [[nodiscard]] std::optional<WallTime> oldest() const;
    [[nodiscard]] const DelayedEntries &delayed() const { return m_delayed; }

private:
    [[nodiscard]] PlaceList &listFor(const QueueEntry &entry);

    std::array<PlaceList, contract::kMaxPriority + 1> m_lists; ///< By priority.
    DelayedEntries m_delayed;
    bool m_isPaused = false;
};

} // namespace pult::service
