// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/router.h"
#include "service/log/logbook.h"

namespace pult::service {

/// GET /logs. The logbook must outlive the router.
void addLogRoute(Router &router, const Logbook &logbook);

} // namespace pult::service
