// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/dispatcher.h"

namespace pult::service {

Dispatcher::Dispatcher(JobCore &core)
    : m_core(core)
    , m_runner(core, [this] { fillSoon(); })
    , m_settled(core.strand)
    , m_backoff(core.strand)
{
}

/// Slots that come free together are filled together.
void Dispatcher::fillSoon()
{
    if (std::exchange(m_isFillPending, true))
        return;
    m_core.inbox.push([this] {
        m_isFillPending = false;
        fill();
        m_settled.notify();
    });
}

void Dispatcher::fill()
{
    m_core.board.with([](Board &board) { board.queue().releaseDue(); });
    for (const contract::Kind kind : contract::kAllKinds)
        fill(kind);
    showObstacles();
    wakeAtNextDue();
}

void Dispatcher::fill(contract::Kind kind)
{
    const auto next = [&] {
        return m_core.board.with([kind](Board &board) { return board.tryStart(kind); });
    };
    for (auto pass = tryPass(kind); pass; pass = tryPass(kind)) {
        const auto entry = next();
        if (!entry)
            return;
        m_runner.start(kind, *entry, std::move(pass));
        m_core.events.queueChanged(kind);
    }
}

ProviderGate::Pass Dispatcher::tryPass(contract::Kind kind)
{
    ProviderGate *gate = m_core.parts.gate;
    return gate ? gate->tryPass(kind) : m_always;
}

void Dispatcher::showObstacles()
{
    const ProviderGate *gate = m_core.parts.gate;
    if (!gate)
        return;
    for (const contract::Kind kind : contract::kAllKinds) {
        auto obstacle = gate->obstacle(kind);
        m_core.board.with([&](Board &board) { board.setObstacle(kind, std::move(obstacle)); });
    }
}

void Dispatcher::wakeAtNextDue()
{
    const auto due = m_core.board.with([](const Board &board) { return board.queue().nextDue(); });
    if (due)
        m_backoff.schedule(Deadline::at(*due).timeLeft(m_core.parts.clock), [this] { fill(); });
}

} // namespace pult::service
