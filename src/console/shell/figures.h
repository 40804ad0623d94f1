// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "console/live/servicestate.h"

namespace pult::shell {

/// One line for a terminal: "12:00:05  live  throughput 3.2/s  p95 14 ms  queue 4  slots 18/20
/// pools store 10 %  cpu 35 %". The words are English, the
/// figures as the user's locale writes them.
[[nodiscard]] std::string figuresLine(const live::ServiceState *state, WallTime now);

} // namespace pult::shell
