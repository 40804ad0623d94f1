// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "console/link/servicelink.h"
#include "console/live/background.h"
#include "console/live/historykeeping.h"

namespace pult::live {

/// What all services share. Outlives them.
struct Environment {
    const Clock &clock;
    Background &background;
    link::Network &network;
    link::Timings timings;
    const HistoryKeeping &history;
};

} // namespace pult::live
