// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/cache/resultcache.h"
#include "service/http/router.h"

namespace pult::service {

/// GET /cache/stats, and GET /stickers/{id}: whole or one range, cacheable. The cache must outlive
/// the router.
void addCacheRoutes(Router &router, ResultCache &cache);

} // namespace pult::service
