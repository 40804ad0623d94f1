// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/job.h"

namespace pult::service {

/// A job's place among those of its kind and priority: oldest first. A value.
struct QueuePlace {
    WallTime since; ///< When it was queued.
    contract::JobId id;
    auto operator<=>(const QueuePlace &) const = default;
};

/// A job in the queue. A value.
struct QueueEntry {
    std::int64_t priority = 0; ///< 0..9, higher first.
    QueuePlace place;
    bool operator==(const QueueEntry &) const = default;
};

} // namespace pult::service
