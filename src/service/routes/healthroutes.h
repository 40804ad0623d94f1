// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "service/http/router.h"
#include "service/routes/healthmonitor.h"

namespace pult::service {

/// GET /livez, /readyz, /health. All references must outlive the router.
/// Ready: the store is open, the queue has room, nobody drains.
void addHealthRoutes(Router &router, HealthMonitor &monitor, std::function<bool()> isReady);

} // namespace pult::service
