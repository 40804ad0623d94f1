// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/jobcore.h"
#include "service/workers/strandsignal.h"

namespace pult::service {

/// Removes ended jobs and their results once they are too old or take too much, see ResultSettings:
/// soon after the start, every minute, and when the settings change. First the rows of at most
/// EndedJobs::most jobs in one transaction, then their files; files that a kill left without a row
/// go at the next start. Everything on the strand, but start().
class Retention {
public:
    explicit Retention(JobCore &core);

    /// Once, before anything else. Any thread.
    void start();
    /// Looks now instead of at the next minute.
    void hurry() { m_wake.notify(); }
    /// Must have ended before it is destroyed, if it was started.
    Task<> stop();

private:
    Task<> run();
    Task<Result<void>> removeStrayFiles();
    Task<Result<void>> removeOutlived();

    JobCore &m_core;
    StrandSignal m_wake;
    StrandSignal m_ended;
    bool m_isStopping = false;
    bool m_isRunning = false;
};

} // namespace pult::service
