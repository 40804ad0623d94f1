// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "service/queue/delayedentries.h"
#include "service/queue/placelist.h"

namespace pult::service {

/// The waiting jobs of one kind, in turn: who was queued first, but that each step of priority
/// counts as kHeadStart of waiting. So the urgent go first and nobody starves: a job of priority 0
/// is passed by those of priority 9 that come within nine minutes, and by none that come later.
/// One thread.
class KindLane {
public:
    static constexpr std::chrono::seconds kHeadStart{60};

    void push(const QueueEntry &entry);
    void pushDelayed(const QueueEntry &entry, SteadyTime due);
    /// Whose turn it is; nothing while paused or when all back off.
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
