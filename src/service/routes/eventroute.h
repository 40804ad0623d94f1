// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/router.h"
#include "service/routes/eventhub.h"

namespace pult::service {

/// GET /events. The hub must outlive the router.
void addEventRoute(Router &router, EventHub &hub);

} // namespace pult::service
