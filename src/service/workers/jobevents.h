// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "base/guarded.h"
#include "service/workers/board.h"
#include "service/workers/durablejobservice.h"
#include "service/workers/strandtimer.h"

namespace pult::service {

/// Tells the world what happened: every step of a job at once, the state of a queue at most five
/// times a second. Everything on the strand.
class JobEvents {
public:
    JobEvents(EventSink sink, const Strand &strand, const Guarded<Board> &board);

    /// Answers what was told, as JSON.
    std::string job(const contract::Job &job);
    void queueChanged(contract::Kind kind);
    /// No queue event comes any more.
    Task<> stop() { return m_timer.stop(); }

private:
    void publishQueues();

    EventSink m_sink;
    const Guarded<Board> &m_board;
    std::set<contract::Kind> m_changed;
    StrandTimer m_timer;
};

} // namespace pult::service
