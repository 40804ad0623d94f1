// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "telemetry/signals/functions.h"

namespace pult::telemetry {

void mergeBuckets(std::vector<Bucket> &buckets)
{
    std::sort(buckets.begin(), buckets.end(),
        [](const Bucket &a, const Bucket &b) { return a.upperBound < b.upperBound; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < buckets.size(); ++i) {
        if (buckets[i].upperBound == buckets[kept].upperBound)
            buckets[kept].count += buckets[i].count;
        else
            buckets[++kept] = buckets[i];
    }
    if (!buckets.empty())
        buckets.resize(kept + 1);
    for (std::size_t i = 1; i < buckets.size(); ++i)
        buckets[i].count = std::max(buckets[i].count, buckets[i - 1].count);
}

double quantile(double part, std::span<const Bucket> buckets)
{
    if (buckets.size() < 2 || !(buckets.back().count > 0) || !std::isinf(buckets.back().upperBound))
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = part * buckets.back().count;
    const auto found = std::find_if(buckets.begin(), buckets.end() - 1,
        [rank](const Bucket &bucket) { return bucket.count >= rank; });
    if (found == buckets.end() - 1)
        return buckets[buckets.size() - 2].upperBound;
    const bool isLowest = found == buckets.begin();
    if (isLowest && found->upperBound <= 0)
        return found->upperBound;
    const Bucket below = isLowest ? Bucket{} : *(found - 1);
    const double within = found->count - below.count;
    const double share = within > 0 ? (rank - below.count) / within : 1;
    return below.upperBound + (found->upperBound - below.upperBound) * share;
}

} // namespace pult::telemetry
