// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/dispatcher.h"

namespace pult::service {

Dispatcher::Dispatcher(JobCore &core)
    : m_core(core)
    , m_runner(core,
          [this] {
              fill();
              m_settled.notify();
          })
    , m_settled(core.strand)
    , m_backoff(core.strand)
{
}

void Dispatcher::fill()
{
    m_core.board.with([](Board &board) { board.queue().releaseDue(); });
    for (const contract::Kind kind : contract::kAllKinds)
        fill(kind);
    wakeAtNextDue();
}

void Dispatcher::fill(contract::Kind kind)
{
    const auto next = [&] {
        return m_core.board.with([kind](Board &board) { return board.tryStart(kind); });
    };
    for (auto entry = next(); entry; entry = next()) {
        m_runner.start(kind, *entry);
        m_core.events.queueChanged(kind);
    }
}

void Dispatcher::wakeAtNextDue()
{
    const auto due = m_core.board.with([](const Board &board) { return board.queue().nextDue(); });
    if (due)
        m_backoff.schedule(Deadline::at(*due).timeLeft(m_core.parts.clock), [this] { fill(); });
}

} // namespace pult::service
