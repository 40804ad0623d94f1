// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/format.h"

namespace pult::widgets {

using models::Figure;
using models::figure;
using models::format;
using models::formatAge;
using models::formatDateTime;
using models::formatDuration;
using models::formatNumber;
using models::formatTimeOfDay;
using models::formatUtc;
using models::toDateTime;
using models::toWallTime;
using models::Unit;

} // namespace pult::widgets
