// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/queue/backoff.h"

#include <algorithm>
#include <cmath>

namespace pult::service {

Seconds Backoff::delayAfter(std::int64_t attempts, std::mt19937_64 &random) const
{
    const Seconds grown = first * std::exp2(static_cast<double>(attempts - 1));
    std::uniform_real_distribution<double> factor(1 - jitterRatio, 1 + jitterRatio);
    return std::min(grown, longest) * factor(random);
}

} // namespace pult::service
