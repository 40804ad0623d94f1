// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include "contract/job.h"
#include "service/workers/strandsignal.h"

namespace pult::service {

/// Who waits for the end of which job. Everything on the strand.
class Waiters {
public:
    using Place = std::unordered_multimap<contract::JobId, StrandSignal *>::iterator;

    /// The signal must stay until it is removed.
    [[nodiscard]] Place add(contract::JobId id, StrandSignal &signal);
    void remove(Place place);

    /// The job has ended, for now or for good.
    void notify(contract::JobId id);
    /// From now on nobody shall wait.
    void close();
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

private:
    std::unordered_multimap<contract::JobId, StrandSignal *> m_signals;
    bool m_isClosed = false;
};

} // namespace pult::service
