// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/verdict.h"

namespace pult::service {

Verdict verdictOn(const Error &error)
{
    using OfJob = Verdict::Job;
    using OfProvider = Verdict::Provider;
    switch (error.code) {
    case ErrorCode::invalidArgument:
    case ErrorCode::tooLarge:
    case ErrorCode::conflict:
        return {OfJob::isFinal, OfProvider::works};
    case ErrorCode::forbidden:
    case ErrorCode::notFound:
    case ErrorCode::unsupported:
        return {OfJob::isFinal, OfProvider::failed};
    case ErrorCode::unauthenticated:
        return {OfJob::waits, OfProvider::isDown};
    case ErrorCode::limited: // Without a time it is our own pool that was full.
        return {OfJob::waits, error.retryAfter ? OfProvider::isDown : OfProvider::unknown};
    case ErrorCode::cancelled:
        return {OfJob::mayRunAgain, OfProvider::unknown};
    case ErrorCode::unavailable:
        return {OfJob::mayRunAgain, error.retryAfter ? OfProvider::isDown : OfProvider::failed};
    case ErrorCode::stale:
    case ErrorCode::deadlineExceeded:
    case ErrorCode::corrupt:
    case ErrorCode::io:
    case ErrorCode::internal:
        return {OfJob::mayRunAgain, OfProvider::failed};
    }
    return {};
}

} // namespace pult::service
