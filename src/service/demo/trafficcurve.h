// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/walltime.h"
#include "contract/job.h"

namespace pult::service {

/// How many jobs of a kind all demo users together submit per second, at a time since the start: a
/// swell over minutes, a ripple on it, and now and then a burst. Sized for the default slots and
/// latencies: between about 40 and 90 % of them busy, and a queue in the bursts.
[[nodiscard]] double demoJobsPerSecond(contract::Kind kind, Seconds sinceStart);

} // namespace pult::service
