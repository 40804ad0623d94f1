// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "base/walltime.h"

namespace pult::service {

/// How long to wait before another attempt: exponential, with jitter so that jobs that failed
/// together don't come back together. A value.
struct Backoff {
    Seconds first{1};
    Seconds longest{60};
    double jitterRatio = 0.2; ///< 0..1: each delay varies by this much of itself, both ways.

    /// first × 2^(attempts − 1), at most longest, jittered. attempts: those made so far, from 1.
    [[nodiscard]] Seconds delayAfter(std::int64_t attempts, std::mt19937_64 &random) const;
};

} // namespace pult::service
