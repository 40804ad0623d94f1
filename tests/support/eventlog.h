// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "contract/event.h"
#include "contract/job.h"
#include "support/waiting.h"

namespace pult::test {

/// Collects the events of a service. Any thread.
class EventLog {
public:
    void add(contract::EventType type, boost::json::value data)
    {
        const std::scoped_lock lock(m_mutex);
        m_events.push_back({static_cast<std::int64_t>(m_events.size()), type, std::move(data)});
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
    [[nodiscard]] bool waitForType(contract::EventType type) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] {
            return std::any_of(m_events.begin(), m_events.end(),
                [type](const contract::Event &event) { return event.type == type; });
        });
    }

private:
    [[nodiscard]] std::vector<contract::JobState> statesLocked(contract::JobId id) const
    {
        std::vector<contract::JobState> states;
        for (const contract::Event &event : m_events) {
            if (event.type != contract::EventType::job)
                continue;
            const auto job = contract::decode<contract::Job>(event.data);
            if (job && job->id == id && (states.empty() || states.back() != job->state))
                states.push_back(job->state);
        }
        return states;
    }

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::vector<contract::Event> m_events;
};

} // namespace pult::test
