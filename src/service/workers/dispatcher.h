// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/runner.h"
#include "service/workers/strandtimer.h"

namespace pult::service {

/// Fills free slots from the queue, now and whenever a backoff ends. Everything on the strand.
class Dispatcher {
public:
    explicit Dispatcher(JobCore &core);

    /// Starts all that can start. Call it when a job came, or settings or the gate have changed.
    void fill();
    [[nodiscard]] bool isIdle() const { return m_runner.isIdle() && !m_isFillPending; }
    [[nodiscard]] Runner &runner() { return m_runner; }
    [[nodiscard]] const Runner &runner() const { return m_runner; }
    /// Notified when an attempt or a submission has come to its end.
    [[nodiscard]] StrandSignal &settled() { return m_settled; }
    /// Jobs that back off are not started any more.
    Task<> stop() { return m_backoff.stop(); }

private:
    void fillSoon();
    void fill(contract::Kind kind);
    [[nodiscard]] ProviderGate::Pass tryPass(contract::Kind kind);
    void showObstacles();
    void wakeAtNextDue();

    JobCore &m_core;
    Runner m_runner;
    StrandSignal m_settled;
    StrandTimer m_backoff;
    bool m_isFillPending = false;
    const ProviderGate::Pass m_always = std::make_shared<char>(); ///< Where there is no gate.
};

} // namespace pult::service
