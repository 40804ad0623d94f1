// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace pult::service {

/// How much of its time somebody was busy of late, 0 to 1: a mean in which what was a second ago
/// counts 1/e of what is now. Whoever looks now and then at a place that is taken for moments sees
/// it free or taken by chance, and how much it is used here. One thread.
class BusyShare {
public:
    /// Idle.
    explicit BusyShare(SteadyTime now);

    void set(bool isBusy, SteadyTime now);
    [[nodiscard]] double at(SteadyTime now) const;

private:
    bool m_isBusy = false;
    double m_share = 0; ///< At the latest change.
    SteadyTime m_changed;
};

} // namespace pult::service
