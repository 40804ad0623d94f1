// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/attempt.h"

namespace pult::service {

namespace {

using contract::JobState;

/// Another attempt at the same input would fail in the same way.
bool isInputAtFault(ErrorCode failure)
{
    return failure == ErrorCode::invalidArgument || failure == ErrorCode::tooLarge
        || failure == ErrorCode::unsupported;
}

JobState stateAfter(ErrorCode failure, StopRequest asked, bool mayRunAgain)
{
    if (asked == StopRequest::cancel)
        return JobState::cancelled;
    if (failure == ErrorCode::deadlineExceeded)
        return JobState::timed_out;
    return mayRunAgain && !isInputAtFault(failure) ? JobState::queued : JobState::failed;
}

/// As if the attempt had never begun.
void putBack(contract::Job &job)
{
    job.state = JobState::queued;
    --job.attempts;
    job.started_at.reset();
    job.wait_s.reset();
}

} // namespace

void beginAttempt(StoredJob &stored, WallTime now)
{
    contract::Job &job = stored.job;
    job.state = JobState::running;
    ++job.attempts;
    job.started_at = now;
    job.wait_s = now - job.created_at;
    job.run_s.reset();
    job.error.reset();
    job.progress = 0;
}

void endAttempt(StoredJob &stored, const Result<contract::JobResult> &outcome, StopRequest asked,
    std::int64_t maxAttempts, WallTime now)
{
    contract::Job &job = stored.job;
    if (!outcome && asked == StopRequest::putBack)
        return putBack(job);
    job.run_s = now - *job.started_at;
    job.progress = outcome ? 1 : 0;
    if (outcome) {
        job.state = JobState::succeeded;
        job.result = *outcome;
    } else {
        job.state = stateAfter(outcome.error().code, asked, job.attempts < maxAttempts);
        job.error = contract::JobFailure{
            std::string(toString(outcome.error().code)), outcome.error().detail};
    }
    if (contract::isFinal(job.state))
        job.finished_at = now;
}

} // namespace pult::service
