// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/router.h"
#include "service/metrics/exposition.h"

namespace pult::service {

/// GET /metrics, in the format that the Accept field prefers. The exposition must outlive the
/// router.
void addMetricsRoute(Router &router, const Exposition &exposition);

} // namespace pult::service
