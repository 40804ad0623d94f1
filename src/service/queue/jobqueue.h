// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/queue/kindlane.h"
#include "service/queue/ratewindow.h"

namespace pult::service {

/// Which job runs next, per kind: see KindLane. An index in memory;
/// what it holds is on disk already. One thread; the clock must outlive it.
class JobQueue {
public:
    explicit JobQueue(const Clock &clock);

    [[nodiscard]] KindLane &lane(contract::Kind kind) { return m_lanes.at(indexOf(kind)); }
    [[nodiscard]] const KindLane &lane(contract::Kind kind) const
    {
        return m_lanes.at(indexOf(kind));
    }

    /// All kinds together.
    [[nodiscard]] std::size_t depth() const;
    /// Lines up the jobs whose backoff is over.
    void releaseDue();
    /// When to call releaseDue() next.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    void recordArrival(contract::Kind kind);
    void recordCompletion(contract::Kind kind);
    [[nodiscard]] double arrivalsPerSecond(contract::Kind kind) const;
    [[nodiscard]] double completionsPerSecond(contract::Kind kind) const;

private:
    static constexpr std::size_t kKinds = contract::kAllKinds.size();
    [[nodiscard]] static std::size_t indexOf(contract::Kind kind)
    {
        return static_cast<std::size_t>(kind);
    }

    const Clock &m_clock;
    std::array<KindLane, kKinds> m_lanes;
    std::vector<RateWindow> m_arrivals;
    std::vector<RateWindow> m_completions;
};

} // namespace pult::service
