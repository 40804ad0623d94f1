// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace pult::service {

BucketRate::BucketRate(double perSecond, std::int64_t burst)
    : m_interval(std::chrono::ceil<SteadyTime::duration>(Seconds(1 / perSecond)))
    , m_burst(burst)
{
}

SteadyTime::duration TokenBucket::timeToFull(SteadyTime now) const
{
    return m_fullAt <= now ? SteadyTime::duration::zero() : m_fullAt - now;
}

std::int64_t TokenBucket::tokens(const BucketRate &rate, SteadyTime now) const
{
    const auto filled = rate.window() - timeToFull(now);
    return std::max<std::int64_t>(0, filled / rate.interval());
}

SteadyTime::duration TokenBucket::timeToToken(const BucketRate &rate, SteadyTime now) const
{
    const auto filled = rate.window() - timeToFull(now);
    return std::max(SteadyTime::duration::zero(), rate.interval() - filled);
}

void TokenBucket::take(const BucketRate &rate, SteadyTime now)
{
    m_fullAt = std::max(m_fullAt, now) + rate.interval();
}

void TokenBucket::changeRate(const BucketRate &before, const BucketRate &after, SteadyTime now)
{
    const double missing = Seconds(timeToFull(now)) / Seconds(before.interval());
    const Seconds toFull = std::min(missing, static_cast<double>(after.burst())) * after.interval();
    m_fullAt = now + std::chrono::ceil<SteadyTime::duration>(toFull);
}

} // namespace pult::service
