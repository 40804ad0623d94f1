// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/jobqueue.h"

#include <algorithm>

namespace pult::service {

JobQueue::JobQueue(const Clock &clock)
    : m_clock(clock)
    , m_arrivals(kKinds, RateWindow(clock.now()))
    , m_completions(kKinds, RateWindow(clock.now()))
{
}

std::size_t JobQueue::depth() const
{
    std::size_t total = 0;
    for (const KindLane &lane : m_lanes)
        total += lane.depth();
    return total;
}

void JobQueue::releaseDue()
{
    for (KindLane &lane : m_lanes)
        lane.release(m_clock.now());
}

std::optional<SteadyTime> JobQueue::nextDue() const
{
    std::optional<SteadyTime> next;
    for (const KindLane &lane : m_lanes) {
        if (const auto due = lane.delayed().nextDue())
            next = std::min(next.value_or(*due), *due);
    }
    return next;
}

void JobQueue::recordArrival(contract::Kind kind)
{
    m_arrivals.at(indexOf(kind)).record(m_clock.now());
}

void JobQueue::recordCompletion(contract::Kind kind)
{
    m_completions.at(indexOf(kind)).record(m_clock.now());
}

double JobQueue::arrivalsPerSecond(contract::Kind kind) const
{
    return m_arrivals.at(indexOf(kind)).perSecond(m_clock.now());
}

double JobQueue::completionsPerSecond(contract::Kind kind) const
{
    return m_completions.at(indexOf(kind)).perSecond(m_clock.now());
}

} // namespace pult::service
