// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/guarded.h"
#include "service/workers/strand.h"

namespace pult::service {

/// Work for the strand. What has come together is done together, for one wake-up of its thread. Any
/// thread; it must outlive the work, which may destroy it when it is the last.
class StrandInbox {
public:
    explicit StrandInbox(Strand strand);

    /// Never called inside push.
    void push(std::function<void()> work);

private:
    void empty();

    const Strand m_strand;
    Guarded<std::vector<std::function<void()>>> m_waiting;
};

} // namespace pult::service
