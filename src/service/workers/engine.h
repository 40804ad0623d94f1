// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/jobcontrol.h"
#include "service/workers/retention.h"
#include "service/workers/submissions.h"

namespace pult::service {

/// The pieces of the job service, put together. Any thread, unless it says otherwise.
class DurableJobService::Engine {
public:
    Engine(JobServiceParts parts, const Settings &settings);

    /// Before any other call; blocks. Errors: those of the store.
    [[nodiscard]] Result<void> load();
    /// Starts what can start. Once, after load().
    void start();
    void apply(const Settings &settings);
    [[nodiscard]] AppliedJobSettings applied() const;
    void providersChanged();
    void refreshMetrics();
    [[nodiscard]] contract::QueueReport queue() const;
    void drain();
    Task<> drained(Deadline deadline);

    /// Runs the work on the strand, and knows that it does.
    template <class T>
    Task<T> call(Task<T> work)
    {
        return onStrand(m_core.strand, counted(std::move(work)));
    }
    [[nodiscard]] Submissions &submissions() { return m_submissions; }
    [[nodiscard]] JobReader &reader() { return m_reader; } ///< On the strand.
    [[nodiscard]] JobControl &control() { return m_control; } ///< On the strand.

private:
    template <class T>
    Task<T> counted(Task<T> work)
    {
        ++m_calls;
        T result = co_await std::move(work);
        --m_calls;
        m_callEnded.notify();
        co_return result;
    }
    [[nodiscard]] Result<void> lineUpQueued();
    [[nodiscard]] bool isSettled() const;
    Task<bool> stop(Deadline deadline);

    JobCore m_core;
    Dispatcher m_dispatcher;
    Submissions m_submissions;
    JobReader m_reader;
    JobControl m_control;
    Retention m_retention;
    std::int64_t m_calls = 0; ///< Under way; on the strand.
    StrandSignal m_callEnded; ///< On the strand.
};

} // namespace pult::service
