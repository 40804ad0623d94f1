// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/clock.h"

namespace pult::service {

/// How fast a bucket fills and how much it holds.
class BucketRate {
public:
    /// perSecond > 0, burst >= 1
    BucketRate(double perSecond, std::int64_t burst);

    /// Time per token, rounded up, so that rounding never admits more.
    [[nodiscard]] SteadyTime::duration interval() const { return m_interval; }
    [[nodiscard]] std::int64_t burst() const { return m_burst; }
    /// Time that an empty bucket takes to fill.
    [[nodiscard]] SteadyTime::duration window() const { return m_interval * m_burst; }

private:
    SteadyTime::duration m_interval;
    std::int64_t m_burst;
};

/// A token bucket, kept as the moment at which it will be full again (the generic cell rate
/// algorithm, ITU-T I.371): in any span of t seconds it admits at most rate × t + burst. It starts
/// full. The rate is the caller's, so that a bucket is 8 bytes. Not locked.
class TokenBucket {
public:
    [[nodiscard]] std::int64_t tokens(const BucketRate &rate, SteadyTime now) const;
    /// Until there is a token; zero when there is one.
    [[nodiscard]] SteadyTime::duration timeToToken(const BucketRate &rate, SteadyTime now) const;
    [[nodiscard]] SteadyTime::duration timeToFull(SteadyTime now) const;

    /// Requires tokens() >= 1.
    void take(const BucketRate &rate, SteadyTime now);

    /// Keeps the number of tokens that are missing when the rate changes.
    void changeRate(const BucketRate &before, const BucketRate &after, SteadyTime now);

private:
    SteadyTime m_fullAt = SteadyTime::min();
};

} // namespace pult::service
