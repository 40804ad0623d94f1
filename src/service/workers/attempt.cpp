// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/attempt.h"

#include "service/providers/verdict.h"

namespace pult::service {

namespace {

using contract::JobState;

JobState stateAfter(const Error &failure, StopRequest asked, bool hasAttemptsLeft)
{
    if (asked == StopRequest::cancel)
        return JobState::cancelled;
    if (failure.code == ErrorCode::deadlineExceeded)
        return JobState::timed_out;
    const bool isFinal = verdictOn(failure).job == Verdict::Job::isFinal;
    return hasAttemptsLeft && !isFinal ? JobState::queued : JobState::failed;
}

contract::JobFailure failureFrom(const Error &error)
{
    return {std::string(toString(error.code)), error.detail};
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
    job.wait_s = secondsBetween(job.created_at, now);
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
    if (!outcome && asked == StopRequest::none
        && verdictOn(outcome.error()).job == Verdict::Job::waits) {
        putBack(job);
        job.error = failureFrom(outcome.error());
        return;
    }
    job.run_s = secondsBetween(*job.started_at, now);
    job.progress = outcome ? 1 : 0;
    if (outcome) {
        job.state = JobState::succeeded;
        job.result = *outcome;
    } else {
        job.state = stateAfter(outcome.error(), asked, job.attempts < maxAttempts);
        job.error = failureFrom(outcome.error());
    }
    if (contract::isFinal(job.state))
        job.finished_at = now;
}

} // namespace pult::service
