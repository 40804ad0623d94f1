// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "contract/job.h"
#include "support/waiting.h"

namespace pult::test {

/// Collects the events of a service. Any thread.
class EventLog {
public:
    void addJob(const contract::Job &job)
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(job);
        m_changed.notify_all();
    }
    void addQueue()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_queues;
        m_changed.notify_all();
    }

    /// The states that the job was told to have, in order, without repetitions.
    [[nodiscard]] std::vector<contract::JobState> statesOf(contract::JobId id) const
    {
        const std::scoped_lock lock(m_mutex);
        return statesLocked(id);
    }
    /// Waits until the job was told to have that state.
    [[nodiscard]] bool waitForState(contract::JobId id, contract::JobState state) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] {
            const auto states = statesLocked(id);
            return std::find(states.begin(), states.end(), state) != states.end();
        });
    }
    [[nodiscard]] bool waitForQueue() const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] { return m_queues > 0; });
    }

private:
    [[nodiscard]] std::vector<contract::JobState> statesLocked(contract::JobId id) const
    {
        std::vector<contract::JobState> states;
        for (const contract::Job &job : m_jobs)
            if (job.id == id && (states.empty() || states.back() != job.state))
                states.push_back(job.state);
        return states;
    }

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::vector<contract::Job> m_jobs; ///< As told.
    int m_queues = 0; ///< Told so far.
};

} // namespace pult::test
