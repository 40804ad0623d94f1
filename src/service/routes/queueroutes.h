// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/router.h"

namespace pult::service {

/// GET /queue; pause, resume and purge of a kind. The service must outlive the router.
void addQueueRoutes(Router &router, JobService &jobs);

} // namespace pult::service
