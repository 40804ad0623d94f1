// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/waiters.h"

namespace pult::service {

Waiters::Place Waiters::add(contract::JobId id, StrandSignal &signal)
{
    return m_signals.emplace(id, &signal);
}

void Waiters::remove(Place place)
{
    m_signals.erase(place);
}

void Waiters::notify(contract::JobId id)
{
    const auto [first, last] = m_signals.equal_range(id);
    for (auto it = first; it != last; ++it)
        it->second->notify();
}

void Waiters::close()
{
    m_isClosed = true;
    for (const auto &[id, signal] : m_signals)
        signal->notify();
}

} // namespace pult::service
