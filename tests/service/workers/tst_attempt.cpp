// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/attempt.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using contract::JobState;

constexpr WallTime kCreated{std::chrono::seconds(1000)};
constexpr WallTime kStarted{std::chrono::seconds(1010)};
constexpr WallTime kEnded{std::chrono::seconds(1013)};

const Result<contract::JobResult> kMade = contract::JobResult{"image/png", 1, 2, 3, "/x"};

StoredJob runningJob(std::int64_t earlierAttempts = 0)
{
    StoredJob stored;
    stored.job.created_at = kCreated;
    stored.job.attempts = earlierAttempts;
    stored.job.error = contract::JobFailure{"io", "before"};
    beginAttempt(stored, kStarted);
    return stored;
}

Result<contract::JobResult> failure(ErrorCode code)
{
    return fail(code, "why");
}

TEST(Attempt, ItsBeginningIsCountedAndTimed)
{
    const contract::Job job = runningJob(1).job;
    EXPECT_EQ(job.state, JobState::running);
    EXPECT_EQ(job.attempts, 2);
    EXPECT_EQ(job.started_at, kStarted);
    EXPECT_EQ(job.wait_s, Seconds(10));
    EXPECT_FALSE(job.error);
}

TEST(Attempt, AResultIsSuccess)
{
    StoredJob stored = runningJob();
    endAttempt(stored, kMade, StopRequest::none, 3, kEnded);
    EXPECT_EQ(stored.job.state, JobState::succeeded);
    EXPECT_EQ(stored.job.result, kMade.value());
    EXPECT_EQ(stored.job.run_s, Seconds(3));
    EXPECT_EQ(stored.job.finished_at, kEnded);
}

TEST(Attempt, AFailureIsFinalOnlyWhenTheAttemptsAreUsedUp)
{
    StoredJob second = runningJob(1);
    endAttempt(second, failure(ErrorCode::unavailable), StopRequest::none, 3, kEnded);
    EXPECT_EQ(second.job.state, JobState::queued);
    EXPECT_EQ(second.job.error, (contract::JobFailure{"unavailable", "why"}));
    EXPECT_FALSE(second.job.finished_at);
    StoredJob third = runningJob(2);
    endAttempt(third, failure(ErrorCode::unavailable), StopRequest::none, 3, kEnded);
    EXPECT_EQ(third.job.state, JobState::failed);
    EXPECT_EQ(third.job.finished_at, kEnded);
}

TEST(Attempt, AJobThatWouldFailAgainIsNotRunAgain)
{
    for (const ErrorCode code : {ErrorCode::invalidArgument, ErrorCode::forbidden,
             ErrorCode::notFound, ErrorCode::unsupported, ErrorCode::tooLarge}) {
        StoredJob stored = runningJob();
        endAttempt(stored, failure(code), StopRequest::none, 3, kEnded);
        EXPECT_EQ(stored.job.state, JobState::failed) << toString(code);
        EXPECT_EQ(stored.job.attempts, 1);
    }
}

TEST(Attempt, WhatTheProviderDidNotTakeWasNoAttempt)
{
    for (const ErrorCode code : {ErrorCode::limited, ErrorCode::unauthenticated}) {
        StoredJob stored = runningJob(2);
        endAttempt(stored, failure(code), StopRequest::none, 3, kEnded);
        EXPECT_EQ(stored.job.state, JobState::queued) << toString(code);
        EXPECT_EQ(stored.job.attempts, 2);
        EXPECT_EQ(stored.job.error, (contract::JobFailure{std::string(toString(code)), "why"}));
        StoredJob cancelled = runningJob(2);
        endAttempt(cancelled, failure(code), StopRequest::cancel, 3, kEnded);
        EXPECT_EQ(cancelled.job.state, JobState::cancelled);
    }
}

TEST(Attempt, TimeRunningOutIsFinal)
{
    StoredJob stored = runningJob();
    endAttempt(stored, failure(ErrorCode::deadlineExceeded), StopRequest::none, 3, kEnded);
    EXPECT_EQ(stored.job.state, JobState::timed_out);
}

TEST(Attempt, WhatWasCancelledIsCancelled)
{
    StoredJob stored = runningJob();
    endAttempt(stored, failure(ErrorCode::cancelled), StopRequest::cancel, 3, kEnded);
    EXPECT_EQ(stored.job.state, JobState::cancelled);
}

TEST(Attempt, WhatIsPutBackNeverBegan)
{
    StoredJob stored = runningJob();
    endAttempt(stored, failure(ErrorCode::cancelled), StopRequest::putBack, 3, kEnded);
    EXPECT_EQ(stored.job.state, JobState::queued);
    EXPECT_EQ(stored.job.attempts, 0);
    EXPECT_FALSE(stored.job.started_at || stored.job.error || stored.job.run_s);
}

TEST(Attempt, AResultInTheLastMomentCounts)
{
    for (const StopRequest asked : {StopRequest::cancel, StopRequest::putBack}) {
        StoredJob stored = runningJob();
        endAttempt(stored, kMade, asked, 3, kEnded);
        EXPECT_EQ(stored.job.state, JobState::succeeded);
    }
}

} // namespace
} // namespace pult::service
