// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <boost/asio/steady_timer.hpp>

#include "base/guarded.h"
#include "service/workers/board.h"
#include "service/workers/durablejobservice.h"
#include "service/workers/strand.h"

namespace pult::service {

/// Tells the world what happened: every step of a job at once, the state of a queue at most five
/// times a second. Everything on the strand.
class JobEvents {
public:
    JobEvents(EventSink sink, const Strand &strand, const Guarded<Board> &board);

    void job(const contract::Job &job);
    void queueChanged(contract::Kind kind);

private:
    void publishQueues();

    EventSink m_sink;
    const Guarded<Board> &m_board;
    std::set<contract::Kind> m_changed;
    boost::asio::steady_timer m_timer;
};

} // namespace pult::service
