// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/providers/provider.h"
#include "service/store/jobstore.h"

/// How one attempt at a job begins and ends, as changes of its record. No I/O.
namespace pult::service {

enum class StopRequest {
    none,
    cancel, ///< Somebody asked for it.
    putBack ///< The service stops: another process will run the job.
};

/// Marks the beginning of one more run.
void beginAttempt(StoredJob &stored, WallTime now);

/// Marks the end, by what the provider answered (see verdictOn()) and what was asked meanwhile:
/// final, or queued again; an attempt that the provider never really took doesn't count. The result
/// is what has been stored already.
void endAttempt(StoredJob &stored, const Result<contract::JobResult> &outcome, StopRequest asked,
    std::int64_t maxAttempts, WallTime now);

} // namespace pult::service
