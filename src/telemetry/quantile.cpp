// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "telemetry/functions.h"

namespace pult::telemetry {

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
