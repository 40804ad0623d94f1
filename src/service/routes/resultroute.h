// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/router.h"

namespace pult::service {

/// GET /api/v1/jobs/{id}/result: the bytes, whole or one range of them, cacheable. The service must
/// outlive the router.
void addResultRoute(Router &router, JobService &jobs);

} // namespace pult::service
