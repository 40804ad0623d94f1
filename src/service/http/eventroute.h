// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/eventhub.h"
#include "service/http/router.h"

namespace pult::service {

/// GET /events. The hub must outlive the router.
void addEventRoute(Router &router, EventHub &hub);

} // namespace pult::service
