// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/message.h"

namespace pult::service {

/// X-RateLimit-*, and the IETF RateLimit and RateLimit-Policy fields, of the rules that a request
/// was held to, the tightest first; none for no rules.
void addLimitHeaders(Headers &headers, const RuleStates &rules);

/// 429 with Retry-After. Requires that a rule has nothing left.
[[nodiscard]] Response tooManyRequests(const RuleStates &rules);

} // namespace pult::service
